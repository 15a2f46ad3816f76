package com.ceoplatform.channel.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ChannelServiceTest
class RelationshipIntegrationTests {

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    private Someone owner;

    @BeforeEach
    void newOwner() {
        owner = organisation.staff();
    }

    @Test
    void showsARelationshipFromBothSides() {
        UUID launch = api.channel(owner, "public");
        UUID marketing = api.channel(owner, "public");

        Answer created = relate(launch, marketing, "parent");

        assertThat(created.status()).isEqualTo(201);
        assertThat(related(owner, launch).items("kind")).containsExactly("parent");
        assertThat(related(owner, marketing).items("kind")).containsExactly("child");
        assertThat(related(owner, marketing).items("channelId")).containsExactly(launch.toString());
        assertThat(new OutboxProbe()
                        .last(launch, "channel.updated")
                        .payload()
                        .at("/changed/relationships/to")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void endsWhenAskedOfEitherSide() {
        UUID one = api.channel(owner, "public");
        UUID other = api.channel(owner, "public");
        relate(one, other, "collaboration");
        assertThat(relate(other, one, "parent").code()).isEqualTo("relationship_exists");

        assertThat(api.delete(owner, "/channels/" + other + "/relationships/" + one)
                        .status())
                .isEqualTo(204);
        assertThat(related(owner, one).items("kind")).isEmpty();
        assertThat(api.delete(owner, "/channels/" + other + "/relationships/" + one)
                        .code())
                .isEqualTo("relationship_not_found");
        assertThat(relate(one, other, "collaboration").status()).isEqualTo(201);
    }

    @Test
    void allowsOneParentAndNoCircle() {
        UUID top = api.channel(owner, "public");
        UUID middle = api.channel(owner, "public");
        UUID bottom = api.channel(owner, "public");
        relate(middle, top, "parent");
        relate(middle, bottom, "child");

        assertThat(relate(bottom, top, "parent").code()).isEqualTo("channel_has_parent");
        assertThat(relate(top, bottom, "parent").code()).isEqualTo("relationship_cycle");
        assertThat(relate(top, top, "parent").status()).isEqualTo(422);
    }

    @Test
    void closesNoCircleWhenAllArriveAtOnce() {
        List<UUID> ring = IntStream.range(0, 6)
                .mapToObj(index -> api.channel(owner, "public"))
                .toList();

        List<Answer> answers = InParallel.run(6, index -> relate(ring.get(index), ring.get((index + 1) % 6), "parent"));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(409);
        assertThat(answers).extracting(Answer::code).containsOnlyOnce("relationship_cycle");
    }

    @Test
    void neverShowsAPrivateChannelToStrangers() {
        UUID open = api.channel(owner, "public");
        UUID secret = api.channel(owner, "private");
        relate(open, secret, "collaboration");
        Someone stranger = organisation.staff();

        assertThat(related(owner, open).items("channelId")).containsExactly(secret.toString());
        assertThat(related(stranger, open).items("channelId")).isEmpty();
        assertThat(new OutboxProbe()
                        .last(open, "channel.updated")
                        .payload()
                        .path("changed")
                        .toString())
                .doesNotContain(secret.toString());
        UUID own = api.channel(stranger, "public");
        assertThat(api.post(
                                stranger,
                                "/channels/" + own + "/relationships",
                                Map.of("channelId", secret, "kind", "parent"))
                        .code())
                .isEqualTo("channel_not_found");
    }

    @Test
    void isForModeratorsOfOpenChannels() {
        UUID one = api.channel(owner, "public");
        UUID other = api.channel(owner, "public");
        Map<String, Object> body = Map.of("channelId", other, "kind", "parent");

        assertThat(api.post(organisation.staff(), "/channels/" + one + "/relationships", body)
                        .status())
                .isEqualTo(403);
        assertThat(relate(one, Ids.next(), "parent").status()).isEqualTo(404);
        assertThat(relate(one, other, "sibling").status()).isEqualTo(422);
        api.post(owner, "/channels/" + one + "/archive", null);
        assertThat(relate(one, other, "parent").code()).isEqualTo("channel_archived");
    }

    private Answer relate(UUID channelId, UUID otherId, String kind) {
        return api.post(owner, "/channels/" + channelId + "/relationships", Map.of("channelId", otherId, "kind", kind));
    }

    private Answer related(Someone caller, UUID channelId) {
        return api.get(caller, "/channels/" + channelId + "/relationships");
    }
}
