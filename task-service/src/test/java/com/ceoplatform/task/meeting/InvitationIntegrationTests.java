package com.ceoplatform.task.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.PostOffice;
import com.ceoplatform.task.testing.TaskServiceTest;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TaskServiceTest
class InvitationIntegrationTests {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private PostOffice post;

    @Autowired
    private Clock clock;

    private Someone sarah;
    private Someone mike;
    private Someone lena;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
        mike = organisation.staff();
        lena = organisation.staff();
    }

    private Answer schedule(Someone... attendees) {
        Map<String, Object> body = new HashMap<>(Map.of("title", "Launch 🚀\nreview", "location", "Room 4"));
        body.put("startAt", clock.instant().plus(Duration.ofDays(1)));
        body.put("attendeeIds", List.of(attendees).stream().map(Someone::id).toList());
        return api.post(sarah, "/meetings", body);
    }

    private static String path(Answer meeting) {
        return "/meetings/" + meeting.id();
    }

    private List<MimeMessage> mails(Someone person, int count) {
        await().atMost(A_WHILE).until(() -> post.mailsTo(person).size() >= count);
        return post.mailsTo(person);
    }

    private static Calendar calendar(MimeMessage mail) {
        try {
            Multipart parts = (Multipart) mail.getContent();
            assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
            assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/calendar");
            try (InputStream text = parts.getBodyPart(1).getInputStream()) {
                Calendar calendar = new CalendarBuilder().build(text);
                assertThat(calendar.validate(true).hasErrors()).isFalse();
                assertThat(parts.getBodyPart(1).getContentType())
                        .contains("method="
                                + calendar.getRequiredProperty(Property.METHOD).getValue());
                return calendar;
            }
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static String event(MimeMessage mail, String property) {
        return calendar(mail)
                .getComponents(Component.VEVENT)
                .getFirst()
                .getRequiredProperty(property)
                .getValue();
    }

    private static String method(MimeMessage mail) {
        return calendar(mail).getRequiredProperty(Property.METHOD).getValue();
    }

    @Test
    void whoIsInvitedGetsAnInvitationThatCalendarsUnderstand() throws Exception {
        Answer meeting = schedule(mike, sarah);

        MimeMessage mail = mails(mike, 1).getFirst();

        assertThat(mail.getSubject()).isEqualTo("Invitation: Launch 🚀 review");
        assertThat(mail.getReplyTo()[0]).hasToString(sarah.id() + "@example.com");
        assertThat(method(mail)).isEqualTo("REQUEST");
        assertThat(event(mail, Property.SUMMARY)).isEqualTo("Launch 🚀\nreview");
        assertThat(event(mail, Property.UID)).isEqualTo("meeting-" + meeting.id() + "@ceo-platform");
        assertThat(event(mail, Property.ORGANIZER)).isEqualTo("mailto:" + sarah.id() + "@example.com");
        assertThat(event(mail, Property.SEQUENCE)).isEqualTo("0");
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(
                                api.get(sarah, path(meeting) + "/invitations").items("state"))
                        .containsExactly("sent"));
        assertThat(post.mailsTo(sarah)).isEmpty();
    }

    @Test
    void aChangeIsMailedToThoseWhomItConcerns() {
        Answer meeting = schedule(mike);
        mails(mike, 1);

        api.patch(sarah, path(meeting), Map.of("attendeeIds", List.of(mike.id(), lena.id())));
        assertThat(event(mails(lena, 1).getFirst(), Property.SEQUENCE)).isEqualTo("1");
        api.patch(sarah, path(meeting), Map.of("durationMinutes", 90));
        assertThat(event(mails(mike, 2).getLast(), Property.SEQUENCE)).isEqualTo("2");
        mails(lena, 2);
        api.patch(sarah, path(meeting), Map.of("attendeeIds", List.of(lena.id())));
        assertThat(method(mails(mike, 3).getLast())).isEqualTo("CANCEL");
        api.delete(sarah, path(meeting));

        assertThat(method(mails(lena, 3).getLast())).isEqualTo("CANCEL");
        assertThat(post.mailsTo(mike)).hasSize(3);
        assertThat(event(post.mailsTo(lena).getLast(), Property.STATUS)).isEqualTo("CANCELLED");
    }

    @Test
    void aMailServerThatIsAwayDelaysMailsButLosesAndDoublesNone() {
        Answer[] meeting = new Answer[1];
        post.closedWhile(() -> {
            meeting[0] = schedule(mike, lena);
            await().atMost(A_WHILE)
                    .untilAsserted(() -> assertThat(api.get(sarah, path(meeting[0]) + "/invitations")
                                    .items("attempts"))
                            .containsExactly("1", "1"));
        });

        mails(mike, 1);
        mails(lena, 1);
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(api.get(sarah, path(meeting[0]) + "/invitations")
                                .items("state"))
                        .containsExactly("sent", "sent"));
        assertThat(post.mailsTo(mike)).hasSize(1);
        assertThat(post.mailsTo(lena)).hasSize(1);
    }

    @Test
    void whatWasOvertakenIsNotSent() {
        Answer[] meeting = new Answer[1];
        post.closedWhile(() -> {
            meeting[0] = schedule(mike);
            api.delete(sarah, path(meeting[0]));
        });

        assertThat(method(mails(mike, 1).getFirst())).isEqualTo("CANCEL");
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(api.get(sarah, path(meeting[0]) + "/invitations")
                                .items("state"))
                        .containsExactly("superseded", "sent"));
    }

    @Test
    void thoseWhoAreInvitedSayWhetherTheyCome() {
        Answer meeting = schedule(mike, lena);

        Answer accepted = api.put(mike, path(meeting) + "/response", Map.of("response", "accepted"));
        assertThat(accepted.texts("attendees", "response")).containsExactly("accepted", "needs_action");
        api.put(lena, path(meeting) + "/response", Map.of("response", "declined"));
        api.put(mike, path(meeting) + "/response", Map.of("response", "accepted"));

        assertThat(outbox.types(meeting.id()))
                .containsExactly("meeting.scheduled", "meeting.responded", "meeting.responded");
        GoldenEvents.assertMatches(
                "meeting.responded",
                outbox.last(meeting.id(), "meeting.responded").payload());
        Answer renamed = api.patch(sarah, path(meeting), Map.of("title", "Other"));
        assertThat(renamed.texts("attendees", "response")).containsExactly("accepted", "declined");
        Answer moved = api.patch(sarah, path(meeting), Map.of("durationMinutes", 90));
        assertThat(moved.texts("attendees", "response")).containsExactly("needs_action", "needs_action");
    }

    @Test
    void noAnswerIsLostAmongMany() {
        Someone[] guests = new Someone[20];
        for (int index = 0; index < guests.length; index++) {
            guests[index] = organisation.staff();
        }
        Answer meeting = schedule(guests);

        InParallel.run(
                guests.length,
                index -> api.put(guests[index], path(meeting) + "/response", Map.of("response", "tentative")));

        assertThat(api.get(sarah, path(meeting)).texts("attendees", "response")).containsOnly("tentative");
    }

    @Test
    void refusesAnswersOfOthersAndOnesThatAreNone() {
        Answer meeting = schedule(mike);
        String response = path(meeting) + "/response";
        Map<String, Object> yes = Map.of("response", "accepted");

        assertThat(api.put(lena, response, yes).code()).isEqualTo("meeting_not_found");
        assertThat(api.put(sarah, response, yes).status()).isEqualTo(403);
        assertThat(api.put(mike, response, Map.of("response", "maybe")).status())
                .isEqualTo(422);
        assertThat(api.put(mike, response, Map.of()).wrongFields()).containsExactly("response");
        assertThat(api.send("PUT", null, response, "{}").status()).isEqualTo(401);
        assertThat(api.get(mike, path(meeting) + "/invitations").status()).isEqualTo(403);
        assertThat(api.get(lena, path(meeting) + "/invitations").status()).isEqualTo(404);
        api.delete(sarah, path(meeting));
        assertThat(api.put(mike, response, yes).code()).isEqualTo("meeting_cancelled");
    }
}
