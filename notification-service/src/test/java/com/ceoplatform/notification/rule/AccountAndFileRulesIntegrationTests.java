package com.ceoplatform.notification.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.testing.Happenings;
import com.ceoplatform.notification.testing.NotificationApi;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import com.ceoplatform.notification.testing.Organisation;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationServiceTest
class AccountAndFileRulesIntegrationTests {

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
    void tellsWhoseRightsChanged() {
        happenings
                .account(sarah, ceo, Map.of("role", Map.of("from", "staff", "to", "manager")))
                .send();

        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("security_notice"));
        assertThat(api.notifications(sarah).getFirst().path("title").asString()).isEqualTo("Your role was changed");
        assertThat(api.notifications(ceo)).isEmpty();
    }

    @Test
    void tellsSomebodyOfTheirOwnPasswordAndNotOfTheirJobTitle() {
        happenings
                .account(sarah, sarah, Map.of("jobTitle", Map.of("to", "Head")))
                .send();
        happenings.account(sarah, sarah, Map.of("password", Map.of())).send();

        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("security_notice"));
        assertThat(api.notifications(sarah).getFirst().path("title").asString()).isEqualTo("Your password was changed");
    }

    @Test
    void tellsTheMembersOfAFileOnceHoweverManyChannelsItIsIn() {
        Someone mike = organisation.staff();
        UUID first = organisation.privateChannel(ceo, sarah);
        UUID second = organisation.privateChannel(ceo, sarah, mike);
        UUID file = Ids.next();
        happenings.file("file.uploaded", file, ceo, first, second).send();

        await().untilAsserted(() -> assertThat(api.kinds(mike)).containsExactly("file_shared"));
        assertThat(api.kinds(sarah)).containsExactly("file_shared");
        assertThat(api.notifications(ceo)).isEmpty();

        happenings.file("file.deleted", file, ceo, first, second).send();
        await().untilAsserted(() -> assertThat(api.notifications(sarah)).isEmpty());
    }
}
