package com.ceoplatform.channel.history;

import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.common.id.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a channel.
 *
 * @param actorId who did it; null when nobody did
 * @param commandId the voice command that it came of
 * @param userId the member it is about
 * @param reason as given when the channel was archived or restored
 * @param changed what an update changed, by field
 */
public record HistoryEntry(
        UUID id,
        UUID channelId,
        HistoryKind kind,
        @Nullable UUID actorId,
        @Nullable UUID commandId,
        @Nullable UUID userId,
        @Nullable String reason,
        @Nullable Object changed,
        Instant at) {

    /** An entry about what the current thread does. */
    public static HistoryEntry of(UUID channelId, HistoryKind kind, Instant at) {
        EventContext context = EventContext.current();
        return new HistoryEntry(
                Ids.next(), channelId, kind, context.actorId(), context.correlationId(), null, null, null, at);
    }

    public HistoryEntry about(UUID member) {
        return new HistoryEntry(id, channelId, kind, actorId, commandId, member, reason, changed, at);
    }

    public HistoryEntry because(@Nullable String why) {
        return new HistoryEntry(id, channelId, kind, actorId, commandId, userId, why, changed, at);
    }

    public HistoryEntry changing(Object what) {
        return new HistoryEntry(id, channelId, kind, actorId, commandId, userId, reason, what, at);
    }
}
