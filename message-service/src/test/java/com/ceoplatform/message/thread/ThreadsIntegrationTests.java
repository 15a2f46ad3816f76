package com.ceoplatform.message.thread;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.message.testing.ChannelServiceDouble;
import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.MessageServiceTest;
import com.ceoplatform.message.testing.Organisation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MessageServiceTest
class ThreadsIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private MessageApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private ChannelServiceDouble channelService;

    private Someone author;
    private Someone first;
    private Someone second;
    private UUID channel;
    private UUID root;

    @BeforeEach
    void aThread() {
        author = organisation.staff();
        first = organisation.staff();
        second = organisation.staff();
        channel = organisation.channel("private", author, first, second);
        root = api.message(author, channel, "Root");
    }

    @Test
    void areFollowedByThoseWhoTakePart() {
        assertThat(follows(author)).isFalse();

        UUID one = reply(first);
        UUID two = reply(second);
        UUID three = reply(author);

        assertThat(toldOf(one)).containsExactly(author.id().toString());
        assertThat(toldOf(two))
                .containsExactlyInAnyOrder(author.id().toString(), first.id().toString());
        assertThat(toldOf(three))
                .containsExactlyInAnyOrder(first.id().toString(), second.id().toString());
        assertThat(follows(author)).isTrue();
        GoldenEvents.assertMatches(
                "message.posted", outbox.last(one.toString(), "message.posted").payload());
    }

    @Test
    void canBeFollowedWithoutAWordByAnyOfTheirMessages() {
        UUID one = reply(first);

        Answer answer = api.put(second, "/messages/" + one + "/follow");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("threadRootId")).isEqualTo(root.toString());
        assertThat(answer.at("/following").asBoolean()).isTrue();
        assertThat(follows(second)).isTrue();
        assertThat(toldOf(reply(first))).contains(second.id().toString());
    }

    @Test
    void leaveAloneWhoUnfollowsAlsoWhenTheyReplyUntilTheyFollowAgain() {
        reply(first);
        assertThat(api.delete(author, "/messages/" + root + "/follow").status()).isEqualTo(204);

        reply(author);
        assertThat(toldOf(reply(first))).isEmpty();
        assertThat(follows(author)).isFalse();

        api.put(author, "/messages/" + root + "/follow");
        assertThat(toldOf(reply(first))).containsExactly(author.id().toString());
    }

    @Test
    void areListedForTheirFollowersWithWhatIsUnread() {
        reply(first);
        UUID seen = reply(second);
        api.post(author, "/channels/" + channel + "/read", Map.of("messageId", seen));
        UUID last = reply(first);
        reply(author);
        UUID other = api.message(author, channel, "Nobody answers");
        api.put(author, "/messages/" + other + "/follow");

        Answer page = api.get(author, "/threads?limit=1");
        Answer rest = api.get(author, "/threads?limit=1&cursor=" + page.text("nextCursor"));

        assertThat(page.at("/items/0/root/id").asString()).isEqualTo(other.toString());
        assertThat(page.at("/items/0/lastReplyAt").isNull()).isTrue();
        assertThat(rest.at("/items/0/root/id").asString()).isEqualTo(root.toString());
        assertThat(rest.at("/items/0/root/replyCount").asInt()).isEqualTo(4);
        assertThat(rest.at("/items/0/unreadReplies").asInt()).isEqualTo(1);
        assertThat(rest.at("/items/0/lastReplyAt").isNull()).isFalse();
        assertThat(rest.at("/nextCursor").isNull()).isTrue();
        api.delete(first, "/messages/" + last);
        assertThat(api.get(author, "/threads").at("/items/1/unreadReplies").asInt())
                .isZero();
    }

    @Test
    void disappearForWhoLeavesTheChannel() {
        reply(first);
        organisation.leave(channel, first);

        assertThat(api.get(first, "/threads").items("lastReplyAt")).isEmpty();
        assertThat(api.get(first, "/messages/" + root + "/follow").code()).isEqualTo("message_not_found");
    }

    @Test
    void areHiddenFromStrangers() {
        Someone stranger = organisation.staff();
        UUID open = api.message(author, channelService.newChannel("public", author), "Open");

        assertThat(api.put(stranger, "/messages/" + root + "/follow").code()).isEqualTo("message_not_found");
        assertThat(api.delete(stranger, "/messages/" + root + "/follow").code()).isEqualTo("message_not_found");
        assertThat(api.put(author, "/messages/" + Ids.next() + "/follow").status())
                .isEqualTo(404);
        assertThat(api.put(stranger, "/messages/" + open + "/follow").code()).isEqualTo("forbidden");
        assertThat(api.get(author, "/threads?limit=0").code()).isEqualTo("invalid_parameter");
        assertThat(api.get(author, "/threads?cursor=x").code()).isEqualTo("invalid_parameter");
        assertThat(api.send("GET", null, "/threads", null).status()).isEqualTo(401);
    }

    @Test
    void tellEveryReplyToEverybodyElseWhenAllReplyAtOnce() {
        List<Someone> people = IntStream.range(0, 6)
                .mapToObj(_ -> {
                    Someone one = organisation.staff();
                    organisation.join(channel, one, "member");
                    api.put(one, "/messages/" + root + "/follow");
                    return one;
                })
                .toList();

        List<UUID> replies = InParallel.run(30, number -> reply(people.get(number % 6)));

        assertThat(replies)
                .allSatisfy(reply -> assertThat(toldOf(reply))
                        .contains(author.id().toString())
                        .hasSize(6)
                        .doesNotHaveDuplicates());
        assertThat(api.get(author, "/messages/" + root).at("/replyCount").asInt())
                .isEqualTo(30);
    }

    private UUID reply(Someone sender) {
        Answer answer =
                api.post(sender, "/channels/" + channel + "/messages", Map.of("content", "Reply", "replyTo", root));
        assertThat(answer.status()).isEqualTo(201);
        return UUID.fromString(answer.text("id"));
    }

    private boolean follows(Someone someone) {
        return api.get(someone, "/messages/" + root + "/follow")
                .at("/following")
                .asBoolean();
    }

    private List<String> toldOf(UUID messageId) {
        return outbox.last(messageId, "message.posted")
                .payload()
                .path("followerIds")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
