package com.ceoplatform.message.unread;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.MessageServiceTest;
import com.ceoplatform.message.testing.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MessageServiceTest
class MarkUnreadIntegrationTests {

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
    private final List<UUID> messages = new ArrayList<>();

    @BeforeEach
    void aChannelThatHasBeenRead() {
        sender = organisation.staff();
        reader = organisation.staff();
        channel = organisation.channel("private", sender, reader);
        for (int number = 0; number < 5; number++) {
            messages.add(api.message(sender, channel, "m" + number + " @channel"));
        }
        api.post(reader, "/channels/" + channel + "/read", Map.of());
    }

    @Test
    void makesAMessageAndAllBehindItUnreadOnEveryDevice() {
        Answer answer = markUnread(reader, messages.get(2));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("messageId")).isEqualTo(messages.get(1).toString());
        assertThat(answer.at("/unreadCount").asInt()).isEqualTo(3);
        assertThat(api.get(reader, "/channels/" + channel + "/read").body()).isEqualTo(answer.body());
        Answer unread = api.get(reader, "/unread");
        assertThat(unread.at("/items/0/unreadCount").asInt()).isEqualTo(3);
        assertThat(unread.at("/items/0/mentionCount").asInt()).isEqualTo(3);
        OutboxProbe.Row told = outbox.last(channel, "read.moved_back");
        GoldenEvents.assertMatches("read.moved_back", told.payload());
        assertThat(told.payload()).isEqualTo(answer.body());
        assertThat(told.key()).isEqualTo(channel.toString());
    }

    @Test
    void canBeReadAgain() {
        markUnread(reader, messages.get(2));

        Answer again = api.post(reader, "/channels/" + channel + "/read", Map.of("messageId", messages.get(3)));

        assertThat(again.text("messageId")).isEqualTo(messages.get(3).toString());
        assertThat(again.at("/unreadCount").asInt()).isEqualTo(1);
    }

    @Test
    void makesEverythingUnreadFromTheFirstMessageOn() {
        Answer answer = markUnread(reader, messages.getFirst());

        assertThat(answer.at("/messageId").isNull()).isTrue();
        assertThat(answer.at("/sequence").asInt()).isZero();
        assertThat(answer.at("/unreadCount").asInt()).isEqualTo(5);
    }

    @Test
    void changesAndTellsNothingWhenItWasUnreadAnyhow() {
        Someone late = organisation.staff();
        organisation.join(channel, late, "member");
        markUnread(reader, messages.get(1));
        int told = outbox.about(channel).size();

        Answer further = markUnread(reader, messages.get(4));
        Answer never = markUnread(late, messages.get(4));

        assertThat(further.text("messageId")).isEqualTo(messages.getFirst().toString());
        assertThat(never.at("/unreadCount").asInt()).isEqualTo(5);
        assertThat(outbox.about(channel)).hasSize(told);
    }

    @Test
    void refusesWhatIsNoMessageOfTheChannelAndWhoMayNotReadIt() {
        UUID elsewhere = api.message(sender, organisation.channel("private", sender), "x");

        assertThat(markUnread(reader, elsewhere).wrongFields()).containsExactly("messageId");
        assertThat(markUnread(reader, Ids.next()).wrongFields()).containsExactly("messageId");
        assertThat(api.post(reader, "/channels/" + channel + "/unread", Map.of())
                        .wrongFields())
                .containsExactly("messageId");
        assertThat(api.post(reader, "/channels/" + channel + "/unread", Map.of("messageId", "soon"))
                        .status())
                .isEqualTo(422);
        assertThat(markUnread(organisation.staff(), messages.getFirst()).code()).isEqualTo("channel_not_found");
        assertThat(api.get(reader, "/channels/" + channel + "/read")
                        .at("/unreadCount")
                        .asInt())
                .isZero();
    }

    /** The last event is what holds, whichever device read and whichever marked as unread. */
    @Test
    void staysWhatWasToldLastWhenDevicesReadAndMarkAtOnce() {
        InParallel.run(40, number -> {
            UUID message = messages.get(number % 5);
            return number % 2 == 0
                    ? markUnread(reader, message).status()
                    : api.post(reader, "/channels/" + channel + "/read", Map.of("messageId", message))
                            .status();
        });

        Answer position = api.get(reader, "/channels/" + channel + "/read");
        long recount = jdbc.sql("SELECT count(*) FROM message WHERE channel_id = :channel AND sequence > :sequence")
                .param("channel", channel)
                .param("sequence", position.at("/sequence").asLong())
                .query(Long.class)
                .single();
        assertThat(position.at("/unreadCount").asLong()).isEqualTo(recount);
        assertThat(outbox.about(channel).getLast().payload().path("sequence")).isEqualTo(position.at("/sequence"));
    }

    private Answer markUnread(Someone caller, UUID messageId) {
        return api.post(caller, "/channels/" + channel + "/unread", Map.of("messageId", messageId));
    }
}
