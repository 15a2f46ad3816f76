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
import tools.jackson.databind.JsonNode;

@NotificationServiceTest
class ChannelRulesIntegrationTests {

    @Autowired
    private NotificationApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Happenings happenings;

    private final UUID channel = Ids.next();
    private Someone owner;
    private Someone sarah;

    @BeforeEach
    void people() {
        owner = organisation.staff();
        sarah = organisation.staff();
    }

    @Test
    void invitesTheFirstMembersButNotWhoMadeTheChannel() {
        happenings.channel("channel.created", channel, owner, owner, sarah).send();

        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("channel_invitation"));
        JsonNode told = api.notifications(sarah).getFirst();
        assertThat(told.path("body").asString()).isEqualTo("Spring Launch 🚀");
        assertThat(told.path("subject").path("channelId").asString()).isEqualTo(channel.toString());
        assertThat(api.notifications(owner)).isEmpty();
    }

    @Test
    void invitesWhoIsAddedAndNobodyElse() {
        Someone mike = organisation.staff();
        added(owner, mike).send();

        await().untilAsserted(() -> assertThat(api.kinds(mike)).containsExactly("channel_invitation"));
        assertThat(api.notifications(sarah)).isEmpty();
    }

    @Test
    void saysNothingToWhoJoinsByThemselves() {
        added(sarah, sarah).send();
        Someone last = organisation.staff();
        added(owner, last).send();

        await().untilAsserted(() -> assertThat(api.kinds(last)).containsExactly("channel_invitation"));
        assertThat(api.notifications(sarah)).isEmpty();
    }

    @Test
    void saysNothingOfDirectConversations() {
        happenings
                .channel("channel.created", channel, owner, owner, sarah)
                .with("type", "direct")
                .with("name", null)
                .send();
        Someone last = organisation.staff();
        added(owner, last).send();

        await().untilAsserted(() -> assertThat(api.kinds(last)).containsExactly("channel_invitation"));
        assertThat(api.notifications(sarah)).isEmpty();
    }

    @Test
    void takesTheInvitationBackFromWhoIsRemoved() {
        happenings.channel("channel.created", channel, owner, owner, sarah).send();
        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("channel_invitation"));

        happenings
                .channel("channel.member_removed", channel, owner, owner)
                .with("userId", sarah.id())
                .send();

        await().untilAsserted(() -> assertThat(api.notifications(sarah)).isEmpty());
    }

    @Test
    void takesBackWhatWasSaidInAPrivateChannelFromWhoIsRemoved() {
        UUID project = organisation.privateChannel(owner, sarah);
        UUID elsewhere = organisation.privateChannel(owner, sarah);
        happenings.message(project, owner, sarah).send();
        happenings
                .task("task.created", Ids.next(), owner, sarah)
                .with("channelId", project)
                .send();
        UUID kept = happenings.message(elsewhere, owner, sarah).send();
        await().untilAsserted(() -> assertThat(api.notifications(sarah)).hasSize(3));

        happenings
                .channel("channel.member_removed", project, owner, owner)
                .with("userId", sarah.id())
                .send();

        await().untilAsserted(() -> assertThat(api.notifications(sarah)).hasSize(1));
        assertThat(api.notifications(sarah)
                        .getFirst()
                        .path("subject")
                        .path("id")
                        .asString())
                .isEqualTo(kept.toString());
    }

    @Test
    void leavesWhatWasSaidInAPublicChannel() {
        UUID open = organisation.publicChannel(owner, sarah);
        happenings.message(open, owner, sarah).send();
        happenings
                .channel("channel.member_added", open, owner, owner, sarah)
                .with("userId", sarah.id())
                .send();
        await().untilAsserted(() -> assertThat(api.notifications(sarah)).hasSize(2));

        happenings
                .channel("channel.member_removed", open, owner, owner)
                .with("privacy", "public")
                .with("userId", sarah.id())
                .send();

        await().untilAsserted(() -> assertThat(api.kinds(sarah)).containsExactly("mention"));
    }

    @Test
    void takesBackWhatWasSaidInPublicFromThoseWhoMayNotSeeItAnyMore() {
        Someone outsider = organisation.staff();
        Someone ceo = organisation.ceo();
        UUID open = organisation.publicChannel(owner, sarah);
        happenings.message(open, owner, sarah, outsider, ceo).send();
        await().untilAsserted(() -> assertThat(api.kinds(outsider)).containsExactly("mention"));

        happenings
                .channel("channel.updated", open, owner, owner, sarah)
                .with("privacy", "private")
                .with("changed", Map.of("privacy", Map.of("from", "public", "to", "private")))
                .send();

        await().untilAsserted(() -> assertThat(api.notifications(outsider)).isEmpty());
        assertThat(api.kinds(sarah)).containsExactly("mention");
        assertThat(api.kinds(ceo)).containsExactly("mention");
    }

    private Happenings.Happening added(Someone actor, Someone member) {
        return happenings
                .channel("channel.member_added", channel, actor, owner, sarah, member)
                .with("userId", member.id());
    }
}
