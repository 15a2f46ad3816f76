package com.ceoplatform.realtime.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A text frame, encoded once and shared by every connection that receives it. */
public final class Frame {

    private final byte[] bytes;
    private final boolean ephemeral;
    private final @Nullable Instant since;

    private Frame(byte[] bytes, boolean ephemeral, @Nullable Instant since) {
        this.bytes = requireNonNull(bytes, "bytes is null");
        this.ephemeral = ephemeral;
        this.since = since;
    }

    /** A frame of an event that was committed at that time. */
    static Frame event(byte[] bytes, Instant committed) {
        return new Frame(bytes, false, committed);
    }

    /** A frame that a client must get or be told that it cannot. */
    static Frame lasting(byte[] bytes) {
        return new Frame(bytes, false, null);
    }

    /** A frame that is only worth something now: a slow client loses it first. */
    static Frame ephemeral(byte[] bytes) {
        return new Frame(bytes, true, null);
    }

    /** The shared bytes behind a reader index of its own. */
    public ByteBuf content() {
        return Unpooled.wrappedBuffer(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    public int length() {
        return bytes.length;
    }

    public boolean isEphemeral() {
        return ephemeral;
    }

    /** When the event of this frame was committed; null when it is no event. */
    public @Nullable Instant since() {
        return since;
    }

    @Override
    public String toString() {
        return new String(bytes, UTF_8);
    }
}
