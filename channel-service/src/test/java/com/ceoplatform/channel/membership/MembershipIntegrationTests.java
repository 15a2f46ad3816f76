package com.ceoplatform.channel.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChannelServiceTest
class MembershipIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tellsOfEachNewMemberOnce() {
        Someone owner = organisation.staff();
        UUID id = api.channel(owner, "private");
        Someone sarah = organisation.staff();
        Someone mike = organisation.staff();

        Answer added = api.add(owner, id, "member", sarah, mike);
        Answer again = api.add(owner, id, "moderator", mike);

        assertThat(added.status()).isEqualTo(200);
        assertThat(added.items("userId"))
                .containsExactly(sarah.id().toString(), mike.id().toString());
        assertThat(again.items("role")).containsExactly("member");
        assertThat(outbox.types(id)).containsExactly("channel.created", "channel.member_added", "channel.member_added");
        OutboxProbe.Row event = outbox.last(id, "channel.member_added");
        assertThat(event.payload().path("userId").asString())
                .isEqualTo(mike.id().toString());
        assertThat(event.payload().path("memberCount").asInt()).isEqualTo(3);
        GoldenEvents.assertMatches("channel.member_added", event.payload());
    }

    @Test
    void letsAnybodyJoinAndLeaveAPublicChannel() {
        UUID id = api.channel(organisation.staff(), "public");
        Someone visitor = organisation.staff("Finance");

        assertThat(api.add(visitor, id, "member", visitor).status()).isEqualTo(200);
        assertThat(api.get(visitor, "/channels/" + id).text("myRole")).isEqualTo("member");
        assertThat(api.remove(visitor, id, visitor).status()).isEqualTo(204);
        assertThat(api.get(visitor, "/channels/" + id).body().has("myRole")).isFalse();
        GoldenEvents.assertMatches(
                "channel.member_removed",
                outbox.last(id, "channel.member_removed").payload());
    }

    @Test
    void countsMembersWhoComeBack() {
        Someone owner = organisation.staff();
        Someone guest = organisation.staff();
        UUID id = api.channel(owner, "private", guest);

        api.remove(owner, id, guest);
        api.add(owner, id, "member", guest);

        assertThat(api.get(owner, "/channels/" + id).body().path("memberCount").asInt())
                .isEqualTo(2);
        assertThat(api.remove(owner, id, organisation.staff()).code()).isEqualTo("member_not_found");
    }

    @Test
    void refusesWhatARoleDoesNotAllow() {
        Someone owner = organisation.staff();
        Someone moderator = organisation.staff();
        Someone member = organisation.staff();
        UUID id = api.channel(owner, "public", member);
        api.add(owner, id, "moderator", moderator);

        assertThat(api.add(member, id, "member", organisation.staff()).status()).isEqualTo(403);
        assertThat(api.remove(member, id, moderator).status()).isEqualTo(403);
        assertThat(api.add(organisation.staff(), id, "member", organisation.staff())
                        .status())
                .isEqualTo(403);
        assertThat(api.add(moderator, id, "owner", organisation.staff()).status())
                .isEqualTo(403);
        assertThat(api.role(moderator, id, member, "moderator").status()).isEqualTo(403);
        assertThat(api.remove(moderator, id, owner).status()).isEqualTo(403);
        assertThat(api.post(moderator, "/channels/" + id + "/archive", null).status())
                .isEqualTo(403);
        assertThat(api.patch(moderator, "/channels/" + id, Map.of("privacy", "private"))
                        .status())
                .isEqualTo(403);
        assertThat(api.patch(moderator, "/channels/" + id, Map.of("description", "ok"))
                        .status())
                .isEqualTo(200);
        assertThat(api.add(moderator, id, "member", organisation.staff()).status())
                .isEqualTo(200);
        assertThat(api.remove(moderator, id, member).status()).isEqualTo(204);
    }

    @Test
    void saysWhoMayPost() {
        Someone owner = organisation.staff();
        Someone member = organisation.staff();
        UUID id = api.post(
                        owner,
                        "/channels",
                        Map.of("name", "News", "type", "announcement", "memberIds", List.of(member.id())))
                .id();
        String path = "/channels/" + id;

        assertThat(canPost(owner, path)).isTrue();
        assertThat(canPost(member, path)).isFalse();
        assertThat(canPost(organisation.staff(), path)).isFalse();
        assertThat(canPost(organisation.ceo(), path)).isTrue();
        assertThat(api.get(member, "/channels?mine=true").items("canPost")).containsExactly("false");
        api.role(owner, id, member, "moderator");
        assertThat(canPost(member, path)).isTrue();
        api.post(owner, path + "/archive", null);
        assertThat(canPost(owner, path)).isFalse();
        assertThat(outbox.last(id, "channel.archived").payload().has("canPost")).isFalse();
    }

    private boolean canPost(Someone reader, String path) {
        return api.get(reader, path).body().path("canPost").booleanValue();
    }

    @Test
    void pagesThroughMembersByAnIndex() {
        UUID id = api.channel(organisation.staff(), "private");
        jdbc.sql("INSERT INTO channel_member (id, channel_id, user_id, role, joined_at, version)"
                        + " SELECT gen_random_uuid(), CASE WHEN n % 2 = 0 THEN :id ELSE (SELECT id FROM channel"
                        + " WHERE id <> :id LIMIT 1) END, gen_random_uuid(), 'MEMBER', now(), 0"
                        + " FROM generate_series(1, 20000) n")
                .param("id", id)
                .update();
        jdbc.sql("ANALYZE channel_member").update();

        List<String> plan = jdbc.sql("EXPLAIN SELECT * FROM channel_member WHERE channel_id = '" + id
                        + "' AND user_id > '00000000-0000-0000-0000-000000000000' AND deleted_at IS NULL"
                        + " ORDER BY user_id LIMIT 51")
                .query(String.class)
                .list();

        assertThat(String.join("\n", plan)).contains("channel_member_present").doesNotContain("Sort");
    }

    @Test
    void refusesToChangeTheMembersOfAnArchivedChannel() {
        Someone owner = organisation.staff();
        Someone member = organisation.staff();
        UUID id = api.channel(owner, "public", member);
        api.post(owner, "/channels/" + id + "/archive", null);

        assertThat(api.add(owner, id, "member", organisation.staff()).code()).isEqualTo("channel_archived");
        assertThat(api.remove(owner, id, member).code()).isEqualTo("channel_archived");
        assertThat(api.role(owner, id, member, "owner").code()).isEqualTo("channel_archived");
    }

    @Test
    void namesWhatIsWrongWithARequest() {
        Someone owner = organisation.staff();
        String path = "/channels/" + api.channel(owner, "public") + "/members";

        assertThat(api.post(owner, path, Map.of("userIds", List.of())).status()).isEqualTo(422);
        assertThat(api.post(owner, path, Map.of("userIds", List.of(Ids.next()))).texts("errors", "field"))
                .containsExactly("userIds[0]");
        assertThat(api.post(owner, path, Map.of("userIds", List.of("sarah"))).status())
                .isEqualTo(422);
        assertThat(api.post(owner, path, Map.of("userIds", List.of(owner.id()), "role", "king"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void neverTakesAPersonTwice() {
        Someone owner = organisation.staff();
        UUID id = api.channel(owner, "public");
        Someone wanted = organisation.staff();

        List<Answer> answers =
                InParallel.run(24, index -> api.add(index % 2 == 0 ? owner : wanted, id, "member", wanted));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(api.get(owner, "/channels/" + id).body().path("memberCount").asInt())
                .isEqualTo(2);
        assertThat(outbox.types(id)).containsExactly("channel.created", "channel.member_added");
    }

    @Test
    void pagesThroughMembers() {
        Someone owner = organisation.staff();
        Someone[] others =
                IntStream.range(0, 4).mapToObj(index -> organisation.staff()).toArray(Someone[]::new);
        UUID id = api.channel(owner, "private", others);
        String path = "/channels/" + id + "/members?limit=3";

        Answer first = api.get(owner, path);
        Answer second = api.get(owner, path + "&cursor=" + first.text("nextCursor"));

        assertThat(first.items("userId")).hasSize(3);
        assertThat(second.items("userId")).hasSize(2).doesNotContainAnyElementsOf(first.items("userId"));
        assertThat(second.body().path("nextCursor").isNull()).isTrue();
        assertThat(api.get(owner, path + "&cursor=forged").code()).isEqualTo("invalid_parameter");
    }

    @Test
    void knowsTheChannelsOfTheCaller() {
        Someone someone = organisation.staff();
        UUID own = api.channel(someone, "private");
        UUID invited = api.channel(organisation.staff(), "private", someone);
        api.channel(organisation.staff(), "public");

        assertThat(api.get(someone, "/channels/memberships").texts("channelIds", ""))
                .containsExactlyInAnyOrder(own.toString(), invited.toString());
    }
}
