package com.ceoplatform.channel.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A channel always has an owner, who may hand it on. */
@ChannelServiceTest
class OwnershipIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Test
    void keepsAnOwner() {
        Someone owner = organisation.staff();
        Someone successor = organisation.staff();
        UUID id = api.channel(owner, "private", successor);

        assertThat(api.remove(owner, id, owner).code()).isEqualTo("last_owner");
        assertThat(api.role(owner, id, owner, "member").code()).isEqualTo("last_owner");
        assertThat(api.remove(organisation.ceo(), id, owner).code()).isEqualTo("last_owner");

        assertThat(api.role(owner, id, successor, "owner").text("role")).isEqualTo("owner");
        assertThat(outbox.last(id, "channel.updated")
                        .payload()
                        .at("/changed/memberRoles/to/" + successor.id())
                        .asString())
                .isEqualTo("owner");
        assertThat(api.remove(owner, id, owner).status()).isEqualTo(204);
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
    void keepsAnOwnerAndTheCountWhenAllLeaveAtOnce() {
        Someone first = organisation.staff();
        List<Someone> owners =
                IntStream.range(0, 8).mapToObj(index -> organisation.staff()).toList();
        UUID id = api.channel(first, "private");
        api.add(first, id, "owner", owners.toArray(Someone[]::new));

        List<Answer> answers = InParallel.run(
                9,
                index -> index == 8
                        ? api.remove(first, id, first)
                        : api.remove(owners.get(index), id, owners.get(index)));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(409);
        assertThat(api.get(organisation.ceo(), "/channels/" + id)
                        .body()
                        .path("memberCount")
                        .asInt())
                .isEqualTo(1);
    }

    private Answer transfer(Someone caller, UUID channelId, Someone successor) {
        return api.post(caller, "/channels/" + channelId + "/transfer", Map.of("userId", successor.id()));
    }
}
