package com.ceoplatform.task.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TaskServiceTest
class MeetingIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Clock clock;

    private Someone sarah;
    private Someone mike;
    private Someone stranger;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
        mike = organisation.staff();
        stranger = organisation.staff();
    }

    private Answer schedule(Object... fields) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "title",
                "Launch 🚀 review",
                "startAt",
                clock.instant().plus(Duration.ofDays(1)),
                "durationMinutes",
                45,
                "description",
                "Where we stand",
                "location",
                "Room 4",
                "attendeeIds",
                List.of(mike.id())));
        for (int i = 0; i < fields.length; i += 2) {
            body.put((String) fields[i], fields[i + 1]);
        }
        return api.post(sarah, "/meetings", body);
    }

    @Test
    void schedulesChangesAndCancels() {
        Answer scheduled = schedule();
        String path = "/meetings/" + scheduled.id();

        assertThat(scheduled.status()).isEqualTo(201);
        assertThat(scheduled.text("title")).isEqualTo("Launch 🚀 review");
        assertThat(api.get(mike, path).body()).isEqualTo(scheduled.body());
        Answer changed = api.patch(sarah, path, Map.of("durationMinutes", 60), "If-Match", "\"0\"");
        assertThat(changed.body().path("durationMinutes").asLong()).isEqualTo(60);
        assertThat(changed.version()).isEqualTo(1);
        assertThat(api.patch(sarah, path, Map.of("title", "x"), "If-Match", "\"0\"")
                        .status())
                .isEqualTo(412);
        assertThat(api.delete(sarah, path).status()).isEqualTo(204);
        assertThat(api.delete(sarah, path).status()).isEqualTo(204);
        assertThat(api.patch(sarah, path, Map.of("title", "x")).code()).isEqualTo("meeting_cancelled");

        List<OutboxProbe.Row> events = outbox.about(scheduled.id());
        assertThat(events)
                .extracting(OutboxProbe.Row::type)
                .containsExactly("meeting.scheduled", "meeting.changed", "meeting.cancelled");
        events.forEach(event -> GoldenEvents.assertMatches(event.type(), event.payload()));
    }

    @Test
    void concernsOnlyThoseWhoMeetAndTheCeo() {
        Answer scheduled = schedule();
        String path = "/meetings/" + scheduled.id();

        assertThat(api.get(organisation.ceo(), path).status()).isEqualTo(200);
        assertThat(api.get(stranger, path).code()).isEqualTo("meeting_not_found");
        assertThat(api.patch(stranger, path, Map.of("title", "x")).code()).isEqualTo("meeting_not_found");
        assertThat(api.delete(stranger, path).code()).isEqualTo("meeting_not_found");
        assertThat(api.patch(mike, path, Map.of("title", "x")).status()).isEqualTo(403);
        assertThat(api.get(stranger, "/meetings").items("id")).isEmpty();
    }

    @Test
    void listsOnesOwnInTheirOrderPageByPage() {
        Answer late = schedule("startAt", clock.instant().plus(Duration.ofDays(3)));
        Answer soon = schedule();
        Answer past = schedule("startAt", clock.instant().minus(Duration.ofDays(3)));
        Answer gone = schedule();
        api.delete(sarah, "/meetings/" + gone.id());

        Answer first = api.get(mike, "/meetings?limit=1");
        Answer second = api.get(mike, "/meetings?limit=1&cursor=" + first.text("nextCursor"));

        assertThat(first.items("id")).containsExactly(soon.id().toString());
        assertThat(second.items("id")).containsExactly(late.id().toString());
        assertThat(second.body().path("nextCursor").isNull()).isTrue();
        assertThat(api.get(sarah, "/meetings?from=2020-01-01T00:00:00Z").items("id"))
                .contains(past.id().toString(), late.id().toString());
        assertThat(api.get(sarah, "/meetings?until=%2B999999999-01-01T00:00:00Z")
                        .code())
                .isEqualTo("invalid_parameter");
    }

    @Test
    void refusesWhatIsNoMeeting() {
        assertThat(schedule("title", " ").wrongFields()).containsExactly("title");
        assertThat(schedule("durationMinutes", 0).wrongFields()).containsExactly("durationMinutes");
        assertThat(schedule("startAt", "soon").wrongFields()).containsExactly("startAt");
        assertThat(schedule("startAt", "+20000-01-01T00:00:00Z").wrongFields()).containsExactly("startAt");
        assertThat(schedule(
                                "attendeeIds",
                                List.of(
                                        mike.id(),
                                        Ids.next(),
                                        organisation.former().id()))
                        .wrongFields())
                .containsExactly("attendeeIds[1]", "attendeeIds[2]");
        Answer scheduled = schedule();
        Map<String, Object> body = new HashMap<>();
        body.put("startAt", null);
        body.put("title", "");
        assertThat(api.patch(sarah, "/meetings/" + scheduled.id(), body).wrongFields())
                .containsExactlyInAnyOrder("title", "startAt");
    }

    @Test
    void theSameKeySchedulesOnce() {
        String key = Ids.next().toString();
        Map<String, Object> body = Map.of("title", "x", "startAt", "2027-03-01T09:00:00Z");

        List<Answer> answers = InParallel.run(4, number -> api.post(sarah, "/meetings", body, "Idempotency-Key", key));

        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
    }
}
