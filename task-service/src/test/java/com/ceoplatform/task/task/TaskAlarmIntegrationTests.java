package com.ceoplatform.task.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@TaskServiceTest
class TaskAlarmIntegrationTests {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private TaskAlarms alarms;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Someone sarah;
    private Someone mike;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
        mike = organisation.staff();
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    private long count(UUID task, String type) {
        return outbox.types(task).stream().filter(type::equals).count();
    }

    private static List<String> people(JsonNode event) {
        return event.path("userIds").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void tellsByItselfOfWhatIsOverdueAndOfWhatWillBeDue() {
        Answer late = api.task(sarah, "dueAt", in(Duration.ofHours(-1)), "assigneeIds", List.of(mike.id()));
        Answer soon = api.task(sarah, "dueAt", in(Duration.ofSeconds(61)), "reminderMinutes", List.of(1, 1440));

        await().atMost(A_WHILE).untilAsserted(() -> {
            assertThat(outbox.types(late.id())).contains("task.overdue");
            assertThat(outbox.types(soon.id())).contains("task.reminder_due");
        });

        JsonNode overdue = outbox.last(late.id(), "task.overdue").payload();
        GoldenEvents.assertMatches("task.overdue", overdue);
        assertThat(people(overdue))
                .containsExactly(mike.id().toString(), sarah.id().toString());
        JsonNode reminder = outbox.last(soon.id(), "task.reminder_due").payload();
        GoldenEvents.assertMatches("task.reminder_due", reminder);
        assertThat(people(reminder)).containsExactly(sarah.id().toString());
        assertThat(reminder.path("minutesBefore").asInt()).isEqualTo(1);
        assertThat(count(soon.id(), "task.reminder_due")).isEqualTo(1);
        assertThat(api.get(sarah, "/tasks/" + late.id()).version()).isZero();
    }

    @Test
    void manyWhoLookAtOnceTellOnce() {
        Answer task = api.task(sarah, "dueAt", in(Duration.ofMinutes(-5)));

        InParallel.run(24, number -> {
            alarms.answer(task.id());
            return number;
        });

        assertThat(count(task.id(), "task.overdue")).isEqualTo(1);
        assertThat(alarms.ringing(1000)).doesNotContain(task.id());
    }

    @Test
    void aNewDueDateCanBeMissedAnewButTheSameOneIsNot() {
        Instant due = in(Duration.ofMinutes(-5));
        Answer task = api.task(sarah, "dueAt", due);
        String path = "/tasks/" + task.id();
        alarms.answer(task.id());

        api.patch(sarah, path, Map.of("status", "completed"));
        api.patch(sarah, path, Map.of("status", "pending"));
        api.patch(sarah, path, Map.of("title", "Another"));
        alarms.answer(task.id());
        assertThat(count(task.id(), "task.overdue")).isEqualTo(1);

        api.patch(sarah, path, Map.of("dueAt", due.plusSeconds(60)));
        alarms.answer(task.id());
        assertThat(count(task.id(), "task.overdue")).isEqualTo(2);
    }

    @Test
    void whatIsDoneOrGoneIsNeverOverdue() {
        Answer done = api.task(sarah, "dueAt", in(Duration.ofMinutes(5)));
        Answer gone = api.task(sarah, "dueAt", in(Duration.ofMinutes(5)));
        api.patch(sarah, "/tasks/" + done.id(), Map.of("status", "completed"));
        api.delete(sarah, "/tasks/" + gone.id());

        assertThat(jdbc.sql("SELECT count(*) FROM task WHERE id IN (:ids) AND alarm_at IS NOT NULL")
                        .param("ids", List.of(done.id(), gone.id()))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aChangeJustWhenItRingsDoesNotSilenceIt() {
        Answer task = api.task(sarah, "dueAt", in(Duration.ofMinutes(-5)));

        api.patch(sarah, "/tasks/" + task.id(), Map.of("title", "Another", "status", "in_progress"));
        alarms.answer(task.id());

        assertThat(count(task.id(), "task.overdue")).isEqualTo(1);
    }

    @Test
    void refusesRemindersThatAreNone() {
        Answer answer = api.post(sarah, "/tasks", Map.of("title", "x", "reminderMinutes", List.of(0, 5, 1_000_000)));
        assertThat(answer.wrongFields()).containsExactly("reminderMinutes[0]", "reminderMinutes[2]");
        assertThat(api.post(sarah, "/tasks", Map.of("title", "x", "reminderMinutes", List.of(1, 2, 3, 4, 5, 6)))
                        .wrongFields())
                .containsExactly("reminderMinutes");
    }
}
