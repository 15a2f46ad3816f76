package com.ceoplatform.task.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TaskServiceTest
class RecurrenceIntegrationTests {

    private static final Map<String, Object> DAILY = Map.of("rule", "FREQ=DAILY", "zone", "Europe/Berlin");

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private TaskAlarms alarms;

    @Autowired
    private Clock clock;

    private Someone sarah;
    private Someone mike;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
        mike = organisation.staff();
    }

    private Answer weekly(Object... more) {
        Object[] fields = new Object[more.length + 6];
        fields[0] = "dueAt";
        fields[1] = "2099-03-23T16:00:00Z";
        fields[2] = "recurrence";
        fields[3] = Map.of("rule", "FREQ=WEEKLY;BYDAY=MO", "zone", "Europe/Berlin");
        fields[4] = "assigneeIds";
        fields[5] = List.of(mike.id());
        System.arraycopy(more, 0, fields, 6, more.length);
        return api.task(sarah, fields);
    }

    private Answer complete(UUID id) {
        return api.patch(sarah, "/tasks/" + id, Map.of("status", "completed"));
    }

    /** Those of a series that are not done, as their list shows them. */
    private List<String> open(Answer first, String field) {
        return api.get(sarah, "/tasks?status=pending&seriesId=" + first.id()).items(field);
    }

    @Test
    void completingOneCreatesTheNextAcrossAChangeOfTheClocks() {
        Answer task = weekly("labels", List.of("report"), "priority", "high", "reminderMinutes", List.of(30));

        assertThat(complete(task.id()).status()).isEqualTo(200);

        Answer next = api.get(sarah, "/tasks/" + open(task, "id").getFirst());
        assertThat(next.text("dueAt")).isEqualTo("2099-03-30T15:00:00Z");
        assertThat(next.text("title")).isEqualTo(task.text("title"));
        assertThat(next.text("priority")).isEqualTo("high");
        assertThat(next.texts("labels", "")).containsExactly("report");
        assertThat(next.texts("assigneeIds", "")).containsExactly(mike.id().toString());
        assertThat(next.body().path("reminderMinutes").get(0).asInt()).isEqualTo(30);
        assertThat(next.body().path("recurrence")).isEqualTo(task.body().path("recurrence"));
        assertThat(outbox.types(next.id())).containsExactly("task.created");
    }

    @Test
    void completingItTwiceOrManyTimesAtOnceCreatesOneNext() {
        Answer task = weekly();

        InParallel.run(12, number -> complete(task.id()).status());

        assertThat(open(task, "id")).hasSize(1);
    }

    @Test
    void reopeningTakesTheNextBackWhileNobodyHasTouchedIt() {
        Answer task = weekly();
        complete(task.id());
        String next = open(task, "id").getFirst();

        api.patch(sarah, "/tasks/" + task.id(), Map.of("status", "pending"));

        assertThat(open(task, "id")).containsExactly(task.id().toString());
        assertThat(outbox.types(next)).containsExactly("task.created", "task.deleted");
        complete(task.id());
        String again = open(task, "id").getFirst();
        api.patch(sarah, "/tasks/" + again, Map.of("title", "Touched"));
        api.patch(sarah, "/tasks/" + task.id(), Map.of("status", "pending"));
        assertThat(open(task, "id")).containsExactlyInAnyOrder(task.id().toString(), again);
    }

    @Test
    void subtasksAreToBeDoneAnew() {
        Answer task = weekly();
        Answer subtask =
                api.task(sarah, "parentTaskId", task.id(), "dueAt", "2099-03-22T16:00:00Z", "title", "Numbers");
        complete(subtask.id());

        complete(task.id());

        Answer anew = api.get(sarah, "/tasks?parentTaskId=" + open(task, "id").getFirst());
        assertThat(anew.items("title")).containsExactly("Numbers");
        assertThat(anew.items("status")).containsExactly("pending");
    }

    @Test
    void whatIsLateIsNotMadeUpForUnlessEachOneCounts() {
        Instant longAgo = clock.instant().minus(Duration.ofDays(40));
        Answer late = api.task(sarah, "dueAt", longAgo, "recurrence", DAILY);
        complete(late.id());
        assertThat(Instant.parse(open(late, "dueAt").getFirst())).isAfter(clock.instant());

        Map<String, Object> everyOne = new HashMap<>(DAILY);
        everyOne.put("nextWhen", "due");
        Answer counted = api.task(sarah, "dueAt", longAgo, "recurrence", everyOne);
        alarms.answer(counted.id());
        alarms.answer(counted.id());

        List<String> both = open(counted, "dueAt");
        assertThat(both).hasSize(2);
        assertThat(Instant.parse(both.getFirst())).isBefore(longAgo.plus(Duration.ofHours(26)));
    }

    @Test
    void cancellingDeletingOrClearingEndsTheSeries() {
        Answer cancelled = weekly();
        api.patch(sarah, "/tasks/" + cancelled.id(), Map.of("status", "cancelled"));
        assertThat(open(cancelled, "id")).isEmpty();
        Answer cleared = weekly();
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("recurrence", null);
        Answer plain = api.patch(sarah, "/tasks/" + cleared.id(), nothing);
        assertThat(plain.body().path("recurrence").isNull()).isTrue();
        complete(cleared.id());
        assertThat(open(cleared, "id")).isEmpty();
    }

    @Test
    void aSeriesEndsAfterItsCount() {
        Answer task = api.task(
                sarah,
                "dueAt",
                "2099-03-23T16:00:00Z",
                "recurrence",
                Map.of("rule", "FREQ=DAILY;COUNT=2", "zone", "UTC"));
        complete(task.id());
        String second = open(task, "id").getFirst();
        complete(UUID.fromString(second));

        assertThat(open(task, "id")).isEmpty();
    }

    @Test
    void movingOneMovesNoOther() {
        Answer task = weekly();
        api.patch(sarah, "/tasks/" + task.id(), Map.of("dueAt", "2099-03-20T09:00:00Z"));
        complete(task.id());

        assertThat(open(task, "dueAt")).containsExactly("2099-03-30T15:00:00Z");
    }

    @Test
    void refusesWhatCannotRepeat() {
        assertThat(api.post(sarah, "/tasks", Map.of("title", "x", "recurrence", DAILY))
                        .wrongFields())
                .containsExactly("recurrence");
        Answer task = weekly();
        String path = "/tasks/" + task.id();
        Map<String, Object> undated = new HashMap<>();
        undated.put("dueAt", null);
        assertThat(api.patch(sarah, path, undated).wrongFields()).containsExactly("dueAt");
        assertThat(api.patch(sarah, path, Map.of("recurrence", Map.of("rule", "FREQ=HOURLY")))
                        .wrongFields())
                .containsExactly("recurrence.rule");
        assertThat(api.patch(sarah, path, Map.of("recurrence", Map.of("rule", "FREQ=DAILY", "zone", "Nowhere")))
                        .wrongFields())
                .containsExactly("recurrence.zone");
        assertThat(api.patch(sarah, path, Map.of("recurrence", Map.of("rule", "FREQ=DAILY;UNTIL=20200101")))
                        .wrongFields())
                .containsExactly("recurrence.rule");
        assertThat(api.get(sarah, path).body()).isEqualTo(task.body());
        assertThat(api.get(sarah, "/tasks?seriesId=" + Ids.next()).items("id")).isEmpty();
    }
}
