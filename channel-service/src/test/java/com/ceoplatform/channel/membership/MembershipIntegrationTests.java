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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

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

        Answer added = add(owner, id, "member", sarah, mike);
        Answer again = add(owner, id, "moderator", mike);

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

        assertThat(add(visitor, id, "member", visitor).status()).isEqualTo(200);
        assertThat(api.get(visitor, "/channels/" + id).text("myRole")).isEqualTo("member");
        assertThat(remove(visitor, id, visitor).status()).isEqualTo(204);
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

        remove(owner, id, guest);
        add(owner, id, "member", guest);

        assertThat(api.get(owner, "/channels/" + id).body().path("memberCount").asInt())
                .isEqualTo(2);
        assertThat(remove(owner, id, organisation.staff()).code()).isEqualTo("member_not_found");
    }

    @Test
    void refusesWhatARoleDoesNotAllow() {
        Someone owner = organisation.staff();
        Someone moderator = organisation.staff();
        Someone member = organisation.staff();
        UUID id = api.channel(owner, "public", member);
        add(owner, id, "moderator", moderator);

        assertThat(add(member, id, "member", organisation.staff()).status()).isEqualTo(403);
        assertThat(remove(member, id, moderator).status()).isEqualTo(403);
        assertThat(add(organisation.staff(), id, "member", organisation.staff()).status())
                .isEqualTo(403);
        assertThat(add(moderator, id, "owner", organisation.staff()).status()).isEqualTo(403);
        assertThat(role(moderator, id, member, "moderator").status()).isEqualTo(403);
        assertThat(remove(moderator, id, owner).status()).isEqualTo(403);
        assertThat(api.post(moderator, "/channels/" + id + "/archive", null).status())
                .isEqualTo(403);
        assertThat(api.patch(moderator, "/channels/" + id, Map.of("privacy", "private"))
                        .status())
                .isEqualTo(403);
        assertThat(api.patch(moderator, "/channels/" + id, Map.of("description", "ok"))
                        .status())
                .isEqualTo(200);
        assertThat(add(moderator, id, "member", organisation.staff()).status()).isEqualTo(200);
        assertThat(remove(moderator, id, member).status()).isEqualTo(204);
    }

    @Test
    void keepsAnOwner() {
        Someone owner = organisation.staff();
        Someone successor = organisation.staff();
        UUID id = api.channel(owner, "private", successor);

        assertThat(remove(owner, id, owner).code()).isEqualTo("last_owner");
        assertThat(role(owner, id, owner, "member").code()).isEqualTo("last_owner");
        assertThat(remove(organisation.ceo(), id, owner).code()).isEqualTo("last_owner");

        assertThat(role(owner, id, successor, "owner").text("role")).isEqualTo("owner");
        assertThat(outbox.last(id, "channel.updated")
                        .payload()
                        .at("/changed/memberRoles/to/" + successor.id())
                        .asString())
                .isEqualTo("owner");
        assertThat(remove(owner, id, owner).status()).isEqualTo(204);
    }

    @Test
    void handsAChannelOn() {
        Someone owner = organisation.staff();
        Someone successor = organisation.staff();
        UUID id = api.channel(owner, "private", successor);

        assertThat(transfer(owner, id, successor).text("role")).isEqualTo("owner");

        assertThat(api.get(owner, "/channels/" + id).text("myRole")).isEqualTo("moderator");
        JsonNode changed = outbox.last(id, "channel.updated").payload().at("/changed/memberRoles");
        assertThat(changed.at("/to/" + successor.id()).asString()).isEqualTo("owner");
        assertThat(changed.at("/to/" + owner.id()).asString()).isEqualTo("moderator");
        assertThat(changed.at("/from/" + owner.id()).asString()).isEqualTo("owner");
        assertThat(transfer(successor, id, successor).status()).isEqualTo(200);
        assertThat(outbox.types(id)).containsExactly("channel.created", "channel.updated");
        assertThat(transfer(owner, id, owner).status()).isEqualTo(403);

        assertThat(transfer(organisation.ceo(), id, owner).text("role")).isEqualTo("owner");
        assertThat(api.get(successor, "/channels/" + id).text("myRole")).isEqualTo("moderator");
    }

    @Test
    void handsNoChannelOnToWhomItCannot() {
        Someone owner = organisation.staff();
        Someone member = organisation.staff();
        UUID id = api.channel(owner, "private", member);
        UUID direct = api.post(owner, "/channels", Map.of("type", "direct", "memberIds", List.of(member.id())))
                .id();

        assertThat(transfer(member, id, member).status()).isEqualTo(403);
        assertThat(transfer(organisation.staff(), id, member).code()).isEqualTo("channel_not_found");
        assertThat(transfer(owner, id, organisation.staff()).code()).isEqualTo("member_not_found");
        assertThat(api.post(owner, "/channels/" + id + "/transfer", Map.of()).wrongFields())
                .containsExactly("userId");
        assertThat(api.send("POST", null, "/channels/" + id + "/transfer", "{}").status())
                .isEqualTo(401);
        assertThat(transfer(owner, direct, member).status()).isEqualTo(409);
        api.post(owner, "/channels/" + id + "/archive", null);
        assertThat(transfer(owner, id, member).code()).isEqualTo("channel_archived");
    }

    @Test
    void keepsExactlyOneOwnerWhenManyHandItOn() {
        Someone owner = organisation.staff();
        Someone[] others =
                IntStream.range(0, 8).mapToObj(index -> organisation.staff()).toArray(Someone[]::new);
        UUID id = api.channel(owner, "private", others);

        List<Answer> answers = InParallel.run(8, index -> transfer(owner, id, others[index]));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
        assertThat(api.get(owner, "/channels/" + id + "/members").items("role")).containsOnlyOnce("owner");
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
        role(owner, id, member, "moderator");
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

        assertThat(add(owner, id, "member", organisation.staff()).code()).isEqualTo("channel_archived");
        assertThat(remove(owner, id, member).code()).isEqualTo("channel_archived");
        assertThat(role(owner, id, member, "owner").code()).isEqualTo("channel_archived");
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

        List<Answer> answers = InParallel.run(24, index -> add(index % 2 == 0 ? owner : wanted, id, "member", wanted));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(api.get(owner, "/channels/" + id).body().path("memberCount").asInt())
                .isEqualTo(2);
        assertThat(outbox.types(id)).containsExactly("channel.created", "channel.member_added");
    }

    @Test
    void keepsAnOwnerAndTheCountWhenAllLeaveAtOnce() {
        Someone first = organisation.staff();
        List<Someone> owners =
                IntStream.range(0, 8).mapToObj(index -> organisation.staff()).toList();
        UUID id = api.channel(first, "private");
        add(first, id, "owner", owners.toArray(Someone[]::new));

        List<Answer> answers = InParallel.run(
                9, index -> index == 8 ? remove(first, id, first) : remove(owners.get(index), id, owners.get(index)));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(409);
        assertThat(api.get(organisation.ceo(), "/channels/" + id)
                        .body()
                        .path("memberCount")
                        .asInt())
                .isEqualTo(1);
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

    private Answer add(Someone caller, UUID channelId, String role, Someone... people) {
        List<UUID> ids = Arrays.stream(people).map(Someone::id).toList();
        return api.post(caller, "/channels/" + channelId + "/members", Map.of("userIds", ids, "role", role));
    }

    private Answer transfer(Someone caller, UUID channelId, Someone successor) {
        return api.post(caller, "/channels/" + channelId + "/transfer", Map.of("userId", successor.id()));
    }

    private Answer remove(Someone caller, UUID channelId, Someone member) {
        return api.delete(caller, "/channels/" + channelId + "/members/" + member.id());
    }

    private Answer role(Someone caller, UUID channelId, Someone member, String role) {
        return api.patch(caller, "/channels/" + channelId + "/members/" + member.id(), Map.of("role", role));
    }
}
