package com.ceoplatform.realtime.log;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.realtime.audience.Addressed;
import com.ceoplatform.realtime.frame.Frame;
import java.time.Instant;
import java.util.UUID;

/**
 * An event of the log, ready to be sent.
 *
 * @param stream its topic partition as clients know it
 * @param time when it was committed
 * @param subject the aggregate
 */
public record LoggedEvent(
        String stream, long offset, String type, Instant time, String subject, Addressed addressed, Frame frame) {

    private static final int OVERHEAD = 500;

    static LoggedEvent of(Event<byte[]> event, String stream, Addressed addressed, Frame frame) {
        return new LoggedEvent(
                stream, event.position().offset(), event.type(), event.time(), event.subject(), addressed, frame);
    }

    /** Roughly what it takes in memory, in bytes. */
    int weight() {
        return frame.length() + OVERHEAD;
    }

    /** Whether it comes after these positions. */
    public boolean isBeyond(Positions positions) {
        return offset > positions.of(stream);
    }

    /** Whether it happened in that channel. */
    public boolean isIn(UUID channelId) {
        return addressed.audience().channels().contains(channelId);
    }
}
