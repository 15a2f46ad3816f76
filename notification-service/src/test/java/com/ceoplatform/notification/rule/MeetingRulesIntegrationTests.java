package com.ceoplatform.notification.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.testing.Happenings;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import com.ceoplatform.notification.testing.Organisation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@NotificationServiceTest
class MeetingRulesIntegrationTests {

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Happenings happenings;

    private Someone ceo;
    private Someone sarah;

    @BeforeEach
    void people() {
        ceo = organisation.ceo();
        sarah = organisation.staff();
    }

    @Test
    void invitesToMeetings() {
        UUID meeting = Ids.next();
        happenings.meeting("meeting.scheduled", meeting, ceo, ceo, sarah).send();

        JsonNode told = theOnly(sarah);
        assertThat(told.path("kind").asString()).isEqualTo("meeting_invitation");
        assertThat(told.path("body").asString()).isEqualTo("Budget round");

        happenings.meeting("meeting.cancelled", meeting, ceo, ceo, sarah).send();
        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("meeting_cancelled"));
        assertThat(api.notifications(ceo)).isEmpty();
    }

    @Test
    void saysWhatChangedOfAMeetingToEachAsItConcernsThem() {
        Someone mike = organisation.staff();
        Someone lisa = organisation.staff();
        UUID meeting = Ids.next();
        happenings.meeting("meeting.scheduled", meeting, ceo, ceo, sarah, mike).send();
        await().untilAsserted(() -> assertThat(api.kinds(mike)).containsExactly("meeting_invitation"));

        happenings
                .meeting("meeting.changed", meeting, ceo, ceo, sarah, lisa)
                .with(
                        "changed",
                        Map.of(
                                "attendeeIds",
                                Map.of(
                                        "from", List.of(ceo.id(), sarah.id(), mike.id()),
                                        "to", List.of(ceo.id(), sarah.id(), lisa.id()))))
                .send();

        await().untilAsserted(() -> assertThat(api.kinds(mike)).containsExactly("meeting_cancelled"));
        assertThat(api.kinds(lisa)).containsExactly("meeting_invitation");
        assertThat(api.kinds(sarah)).containsExactly("meeting_invitation");

        happenings
                .meeting("meeting.changed", meeting, ceo, ceo, sarah, lisa)
                .with("changed", Map.of("startAt", Map.of("to", "2030-01-01T00:00:00Z")))
                .send();
        await().untilAsserted(
                        () -> assertThat(api.kinds(sarah)).containsExactly("meeting_changed", "meeting_invitation"));
    }

    @Test
    void saysNothingOfAMeetingThatACommandScheduledAndTookBack() {
        UUID meeting = Ids.next();
        UUID command = Ids.next();
        happenings
                .meeting("meeting.scheduled", meeting, ceo, ceo, sarah)
                .by(command)
                .send();
        theOnly(sarah);

        happenings
                .meeting("meeting.cancelled", meeting, ceo, ceo, sarah)
                .by(command)
                .send();

        await().untilAsserted(() -> assertThat(api.notifications(sarah)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "accepted, Test Person accepted your meeting",
        "declined, Test Person declined your meeting",
        "tentative, Test Person may come to your meeting",
        "needs_action, Test Person took back the answer to your meeting",
    })
    void tellsTheOrganiserWhoComes(String response, String title) {
        happenings.answered(Ids.next(), ceo, sarah, response).send();

        JsonNode told = theOnly(ceo);
        assertThat(told.path("kind").asString()).isEqualTo("meeting_response");
        assertThat(told.path("title").asString()).isEqualTo(title);
        assertThat(told.path("body").asString()).isEqualTo("Launch review");
        assertThat(told.path("subject").path("kind").asString()).isEqualTo("meeting");
        assertThat(told.path("actorId").asString()).isEqualTo(sarah.id().toString());
        assertThat(api.notifications(sarah)).isEmpty();
    }

    @Test
    void keepsTheOrganisersOwnAnswerAndUnwantedOnesToThemselves() {
        UUID meeting = Ids.next();
        api.put(
                ceo,
                "/notifications/preferences",
                Map.of("kinds", List.of(Map.of("kind", "meeting_response", "inApp", false, "webhook", false))));
        happenings.answered(meeting, ceo, ceo, "accepted").send();
        happenings.answered(meeting, ceo, sarah, "declined").send();
        happenings.meeting("meeting.cancelled", meeting, sarah, ceo).send();

        await().untilAsserted(() -> assertThat(api.kinds(ceo)).containsExactly("meeting_cancelled"));
    }

    private JsonNode theOnly(Someone person) {
        await().untilAsserted(() -> assertThat(api.notifications(person)).hasSize(1));
        return api.notifications(person).getFirst();
    }
}
