package com.ceoplatform.channel.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ChannelServiceTest
class ChannelPrivacyIntegrationTests {

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Test
    void hidesAPrivateChannelOnEveryPath() {
        Someone owner = organisation.staff();
        UUID id = api.channel(owner, "private");
        UUID own = api.channel(owner, "public");
        String path = "/channels/" + id;

        for (Someone stranger : List.of(organisation.staff(), organisation.manager("Sales"))) {
            assertHidden(api.get(stranger, path));
            assertHidden(api.patch(stranger, path, Map.of("name", "x")));
            assertHidden(api.post(stranger, path + "/archive", null));
            assertHidden(api.post(stranger, path + "/unarchive", null));
            assertHidden(api.get(stranger, path + "/members"));
            assertHidden(api.post(stranger, path + "/members", Map.of("userIds", List.of(stranger.id()))));
            assertHidden(api.patch(stranger, path + "/members/" + owner.id(), Map.of("role", "member")));
            assertHidden(api.delete(stranger, path + "/members/" + owner.id()));
            assertHidden(api.get(stranger, path + "/relationships"));
            assertHidden(api.post(stranger, path + "/relationships", Map.of("channelId", own, "kind", "parent")));
            assertHidden(api.delete(stranger, path + "/relationships/" + own));
            assertThat(api.get(stranger, "/channels?limit=200").items("id")).doesNotContain(id.toString());
            assertThat(api.get(stranger, "/channels?limit=200&privacy=private").items("id"))
                    .isEmpty();
        }
        assertThat(api.get(organisation.ceo(), path).status()).isEqualTo(200);
    }

    @Test
    void listsARestrictedChannelAndKeepsItsMembersToItself() {
        Someone owner = organisation.staff();
        UUID id = api.channel(owner, "restricted");
        Someone stranger = organisation.staff("Finance");

        Answer seen = api.get(stranger, "/channels/" + id);

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().has("memberIds")).isFalse();
        assertThat(seen.body().has("myRole")).isFalse();
        assertThat(api.get(stranger, "/channels/" + id + "/members").status()).isEqualTo(403);
        assertThat(api.post(stranger, "/channels/" + id + "/members", Map.of("userIds", List.of(stranger.id())))
                        .status())
                .isEqualTo(403);
        assertThat(api.get(stranger, "/channels?limit=200").items("id")).contains(id.toString());
        assertThat(api.get(owner, "/channels/" + id + "/members").items("userId"))
                .containsExactly(owner.id().toString());
    }

    @Test
    void losesSightOfAPrivateChannelWhenRemoved() {
        Someone owner = organisation.staff();
        Someone member = organisation.staff();
        UUID id = api.channel(owner, "private", member);
        assertThat(api.get(member, "/channels/" + id).status()).isEqualTo(200);

        api.delete(owner, "/channels/" + id + "/members/" + member.id());

        assertHidden(api.get(member, "/channels/" + id));
        assertThat(api.get(member, "/channels/memberships").texts("channelIds", ""))
                .isEmpty();
    }

    @Test
    void hidesDirectConversationsFromTheCeo() {
        Someone one = organisation.staff();
        Someone other = organisation.staff();
        Someone ceo = organisation.ceo();
        UUID id = api.post(one, "/channels", Map.of("type", "direct", "memberIds", List.of(other.id())))
                .id();

        assertHidden(api.get(ceo, "/channels/" + id));
        assertHidden(api.get(ceo, "/channels/" + id + "/members"));
        assertHidden(api.post(ceo, "/channels/" + id + "/members", Map.of("userIds", List.of(ceo.id()))));
        assertThat(api.get(ceo, "/channels?limit=200&type=direct").items("id")).isEmpty();
        assertThat(api.get(other, "/channels?type=direct").items("id")).containsExactly(id.toString());
    }

    private static void assertHidden(Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("channel_not_found");
    }
}
