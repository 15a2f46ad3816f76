package com.ceoplatform.task.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.io.StringReader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TaskServiceTest
class CalendarIntegrationTests {

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

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

    private Instant tomorrow() {
        return clock.instant().plus(Duration.ofDays(1));
    }

    private static List<String> summaries(Answer answer) throws Exception {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("text/calendar");
        if (!answer.content().contains("VEVENT")) {
            return List.of();
        }
        Calendar calendar = new CalendarBuilder().build(new StringReader(answer.content()));
        assertThat(calendar.validate(true).hasErrors()).isFalse();
        return calendar.getComponents(Component.VEVENT).stream()
                .map(event -> event.getRequiredProperty(Property.SUMMARY).getValue())
                .toList();
    }

    private String privatePath(Someone person) {
        Answer opened = api.post(person, "/api/v1/calendar/secret", null);
        assertThat(opened.status()).isEqualTo(201);
        return URI.create(opened.text("url")).getPath();
    }

    @Test
    void holdsOnesOpenDeadlinesAndMeetings() throws Exception {
        api.task(sarah, "title", "Mine", "dueAt", tomorrow());
        api.task(mike, "title", "For Sarah 🚀", "dueAt", tomorrow(), "assigneeIds", List.of(sarah.id()));
        api.task(sarah, "title", "Delegated", "dueAt", tomorrow(), "assigneeIds", List.of(mike.id()));
        api.task(sarah, "title", "Undated");
        Answer done = api.task(sarah, "title", "Done", "dueAt", tomorrow());
        api.patch(sarah, "/tasks/" + done.id(), Map.of("status", "completed"));
        Answer meeting = api.post(
                mike,
                "/meetings",
                Map.of("title", "Review", "startAt", tomorrow(), "attendeeIds", List.of(sarah.id())));

        assertThat(summaries(api.get(sarah, "/calendar.ics")))
                .containsExactlyInAnyOrder("Due: Mine", "Due: For Sarah 🚀", "Review");

        api.put(sarah, "/meetings/" + meeting.id() + "/response", Map.of("response", "declined"));
        assertThat(summaries(api.get(sarah, "/calendar.ics"))).doesNotContain("Review");
        assertThat(api.send("GET", null, "/calendar.ics", null).status()).isEqualTo(401);
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        api.task(sarah, "dueAt", tomorrow());
        Answer first = api.get(sarah, "/calendar.ics");

        Answer same = api.get(sarah, "/calendar.ics", "If-None-Match", first.etag());
        assertThat(same.status()).isEqualTo(304);
        api.task(sarah, "dueAt", tomorrow());
        assertThat(api.get(sarah, "/calendar.ics", "If-None-Match", first.etag())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoHoldsTheSecretReadsWithoutAToken() throws Exception {
        api.task(sarah, "title", "Mine", "dueAt", tomorrow());

        String path = privatePath(sarah);

        assertThat(summaries(api.send("GET", null, path, null))).containsExactly("Due: Mine");
        assertThat(api.get(sarah, "/api/v1/calendar/secret").text("createdAt")).isNotEmpty();
        String kept = jdbc.sql("SELECT encode(hash, 'base64') FROM calendar_secret WHERE user_id = :id")
                .param("id", sarah.id())
                .query(String.class)
                .single();
        assertThat(path).doesNotContain(kept);
        assertThat(api.send("POST", null, path, null).status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void aNewSecretClosesTheOldOneAndSoDoesRemovingIt() {
        String old = privatePath(sarah);
        String current = privatePath(sarah);
        assertThat(current).isNotEqualTo(old);
        assertThat(api.send("GET", null, old, null).status()).isEqualTo(404);
        assertThat(api.send("GET", null, current, null).status()).isEqualTo(200);

        api.delete(sarah, "/api/v1/calendar/secret");
        api.delete(sarah, "/api/v1/calendar/secret");

        assertThat(api.send("GET", null, current, null).code()).isEqualTo("calendar_not_found");
        assertThat(api.get(sarah, "/api/v1/calendar/secret")
                        .body()
                        .path("createdAt")
                        .isNull())
                .isTrue();
    }

    @Test
    void theCalendarOfSomebodyWhoHasLeftIsClosed() {
        String path = privatePath(sarah);
        jdbc.sql("UPDATE directory_person SET active = false WHERE id = :id")
                .param("id", sarah.id())
                .update();

        assertThat(api.send("GET", null, path, null).status()).isEqualTo(404);
        assertThat(api.send("GET", null, "/calendar/" + "x".repeat(43) + ".ics", null)
                        .status())
                .isEqualTo(404);
        assertThat(api.send("GET", null, "/calendar/short.ics", null).status()).isEqualTo(404);
    }
}
