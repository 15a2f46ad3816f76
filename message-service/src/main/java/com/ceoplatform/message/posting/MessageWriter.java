package com.ceoplatform.message.posting;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.message.message.MentionRecords;
import com.ceoplatform.message.message.Message;
import com.ceoplatform.message.message.MessageEvents;
import com.ceoplatform.message.message.MessageResponse;
import com.ceoplatform.message.message.Messages;
import com.ceoplatform.message.message.NewMessage;
import com.ceoplatform.message.thread.ThreadFollowers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes messages of one channel and what is told of them. The channel's row in {@code channel_sequence} is locked from the
 * first statement to the commit, so that sequences, commits and events have the same order; nothing remote happens
 * meanwhile, and several messages share one transaction.
 */
@Service
class MessageWriter {

    private static final String TAKE_NUMBERS = """
            INSERT INTO channel_sequence (channel_id, last_sequence) VALUES (:channel, :count)
            ON CONFLICT (channel_id) DO UPDATE SET last_sequence = channel_sequence.last_sequence + :count
            RETURNING last_sequence
            """;

    private final JdbcClient jdbc;
    private final Messages messages;
    private final MentionRecords mentions;
    private final ThreadFollowers followers;
    private final MessageEvents events;
    private final Clock clock;

    MessageWriter(
            JdbcClient jdbc,
            Messages messages,
            MentionRecords mentions,
            ThreadFollowers followers,
            MessageEvents events,
            Clock clock) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
        this.messages = requireNonNull(messages, "messages is null");
        this.mentions = requireNonNull(mentions, "mentions is null");
        this.followers = requireNonNull(followers, "followers is null");
        this.events = requireNonNull(events, "events is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** A message and on whose behalf it is written. */
    record Draft(NewMessage message, EventContext context) {}

    private record ClientId(UUID senderId, String id) {}

    /** Writes the drafts in their order; answers one outcome for each. */
    @Transactional
    public List<Outcome> write(UUID channelId, List<Draft> drafts) {
        long sequence = takeNumbers(channelId, drafts.size()) - drafts.size();
        Map<ClientId, Message> sent = sentBefore(channelId, drafts);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Outcome> outcomes = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            sequence++;
            outcomes.add(write(draft, sequence, now, sent));
        }
        return outcomes;
    }

    private long takeNumbers(UUID channelId, int count) {
        return jdbc.sql(TAKE_NUMBERS)
                .param("channel", channelId)
                .param("count", count)
                .query(Long.class)
                .single();
    }

    /** With the lock held nobody else can send under these ids. */
    private Map<ClientId, Message> sentBefore(UUID channelId, List<Draft> drafts) {
        Map<ClientId, Message> sent = new HashMap<>();
        List<String> ids = drafts.stream()
                .map(draft -> draft.message().clientMessageId())
                .filter(Objects::nonNull)
                .toList();
        if (!ids.isEmpty()) {
            List<UUID> senders = drafts.stream()
                    .map(draft -> draft.message().senderId())
                    .distinct()
                    .toList();
            messages.findSent(channelId, senders, ids)
                    .forEach(message -> remember(message.clientMessageId(), message, sent));
        }
        return sent;
    }

    private Outcome write(Draft draft, long sequence, Instant now, Map<ClientId, Message> sent) {
        NewMessage wanted = draft.message();
        if (wanted.clientMessageId() != null) {
            Message first = sent.get(new ClientId(wanted.senderId(), wanted.clientMessageId()));
            if (first != null) {
                return first.isSentAgainAs(wanted) ? new Outcome.Repeated(first) : new Outcome.ClientIdTaken();
            }
        }
        Message message = new Message(wanted, sequence, now);
        messages.save(message);
        mentions.keep(message);
        remember(wanted.clientMessageId(), message, sent);
        MessageResponse response = MessageResponse.unmarked(message);
        draft.context().run(() -> tell(response));
        return new Outcome.Written(response);
    }

    private void tell(MessageResponse message) {
        UUID root = message.threadRootId();
        if (root == null) {
            events.posted(message, List.of());
            return;
        }
        messages.countReplies(root, 1);
        events.posted(message, followers.replied(root, message.senderId()));
    }

    private static void remember(@Nullable String clientId, Message message, Map<ClientId, Message> sent) {
        if (clientId != null) {
            sent.put(new ClientId(message.senderId(), clientId), message);
        }
    }
}
