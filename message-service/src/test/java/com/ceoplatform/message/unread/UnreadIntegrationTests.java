package com.ceoplatform.message.unread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.MessageServiceTest;
import com.ceoplatform.message.testing.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

@MessageServiceTest
class UnreadIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private MessageApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private JdbcClient jdbc;

    private Someone sender;
    private Someone reader;
    private UUID channel;

    @BeforeEach
    void newChannel() {
        sender = organisation.staff();
        reader = organisation.staff();
        channel = organisation.channel("private", sender, reader);
    }

    @Test
    void countsWhatOthersWroteSince() {
        UUID other = organisation.channel("private", sender, reader);
        UUID first = api.message(sender, channel, "1");
        api.message(sender, channel, "2 @channel");
        UUID gone = api.message(sender, channel, "3");
        api.message(reader, channel, "my own");
        api.message(sender, other, "elsewhere");
        api.delete(sender, "/messages/" + gone);

        Answer before = api.get(reader, "/unread");
        assertThat(before.body().path("total").asInt()).isEqualTo(3);
        assertThat(count(before, channel, "unreadCount")).isEqualTo(2);
        assertThat(count(before, channel, "mentionCount")).isEqualTo(1);

        Answer read = read(reader, first);
        assertThat(read.body().path("unreadCount").asInt()).isEqualTo(1);
        assertThat(count(api.get(reader, "/unread"), channel, "unreadCount")).isEqualTo(1);
        GoldenEvents.assertMatches(
                "read.advanced", outbox.last(channel, "read.advanced").payload());
    }

    @Test
    void equalsARecountAfterManyDidManyThingsAtOnce() {
        List<UUID> sent =
                InParallel.run(40, index -> api.message(index % 2 == 0 ? sender : reader, channel, "m" + index));
        InParallel.run(60, index -> switch (index % 3) {
            case 0 -> api.message(sender, channel, "more " + index + " @channel");
            case 1 ->
                api.delete(sender, "/messages/" + sent.get(index / 3 * 2 % 40)).status();
            default -> read(reader, sent.get(index / 2));
        });

        Answer unread = api.get(reader, "/unread");
        long recount = jdbc.sql("""
                        SELECT count(*) FROM message m JOIN read_position p ON p.channel_id = m.channel_id
                        WHERE p.user_id = :user AND m.channel_id = :channel AND m.sequence > p.sequence
                            AND m.sender_id <> :user AND m.deleted_at IS NULL
                        """)
                .param("user", reader.id())
                .param("channel", channel)
                .query(Long.class)
                .single();
        assertThat(count(unread, channel, "unreadCount")).isEqualTo((int) recount);
        Answer position = api.get(reader, "/channels/" + channel + "/read");
        assertThat(position.at("/unreadCount").asLong()).isEqualTo(recount);
        assertThat(position.text("messageId")).isEqualTo(lastRead(reader).toString());
    }

    @Test
    void onlyMovesForward() {
        List<UUID> ids = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            ids.add(api.message(sender, channel, "m" + number));
        }

        InParallel.run(10, index -> read(reader, ids.get(9 - index)));
        Answer last = read(reader, ids.get(3));

        assertThat(last.text("messageId")).isEqualTo(ids.getLast().toString());
        assertThat(last.body().path("unreadCount").asInt()).isZero();
        List<Long> told = outbox.about(channel).stream()
                .map(row -> row.payload().path("sequence").asLong())
                .toList();
        assertThat(told).isSorted().doesNotHaveDuplicates().endsWith(10L);
    }

    @Test
    void readsEverythingWhenNoMessageIsNamed() {
        api.message(sender, channel, "1");
        UUID last = api.message(sender, channel, "2");

        Answer answer = api.post(reader, "/channels/" + channel + "/read", Map.of());

        assertThat(answer.text("messageId")).isEqualTo(last.toString());
        assertThat(api.get(reader, "/unread").items("channelId")).isEmpty();
    }

    @Test
    void knowsAnEmptyChannelAndNoForeignMessage() {
        Answer empty = api.post(reader, "/channels/" + channel + "/read", Map.of());
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.body().path("sequence").asInt()).isZero();

        UUID elsewhere = api.message(sender, organisation.channel("private", sender), "x");
        assertThat(read(reader, elsewhere).texts("errors", "field")).containsExactly("messageId");
        assertThat(read(reader, Ids.next()).status()).isEqualTo(422);
    }

    @Test
    void startsWhereTheChannelIsWhenSomebodyJoins() {
        Someone late = organisation.staff();
        UUID last = api.message(sender, channel, "before");
        ObjectNode joined = (ObjectNode) GoldenEvents.read("channel.member_added");
        joined.put("id", channel.toString());
        joined.put("userId", late.id().toString());

        try (TestEvents events = new TestEvents()) {
            events.send(Topic.CHANNELS, "channel.member_added", channel, joined);
        }

        await().untilAsserted(() -> assertThat(lastRead(late)).isEqualTo(last));
        api.message(sender, channel, "after");
        await().untilAsserted(() -> assertThat(count(api.get(late, "/unread"), channel, "unreadCount"))
                .isEqualTo(1));
    }

    private @Nullable UUID lastRead(Someone someone) {
        return jdbc.sql("SELECT message_id FROM read_position WHERE user_id = :user")
                .param("user", someone.id())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private Answer read(Someone caller, UUID messageId) {
        return api.post(caller, "/channels/" + channel + "/read", Map.of("messageId", messageId));
    }

    private static int count(Answer unread, UUID channelId, String field) {
        return unread.body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("channelId").asString().equals(channelId.toString()))
                .findFirst()
                .orElseThrow()
                .path(field)
                .asInt();
    }
}
