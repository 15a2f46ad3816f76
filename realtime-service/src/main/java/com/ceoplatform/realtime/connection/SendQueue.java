package com.ceoplatform.realtime.connection;

import com.ceoplatform.realtime.frame.Frame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a client, bounded by frames and by bytes. Ephemeral frames only get half of it and are the first to go
 * when lasting ones need the room.
 */
final class SendQueue {

    private final Deque<Frame> frames = new ArrayDeque<>();
    private final int maxFrames;
    private final long maxBytes;
    private long bytes;
    private int ephemeral;
    private boolean closed;

    /** What became of a frame. */
    enum Offer {
        TAKEN,
        DROPPED,
        OVERFLOW
    }

    SendQueue(int maxFrames, long maxBytes) {
        this.maxFrames = maxFrames;
        this.maxBytes = maxBytes;
    }

    synchronized Offer offer(Frame frame) {
        if (closed) {
            return Offer.DROPPED;
        }
        if (frame.isEphemeral()) {
            if (!fits(frame, maxFrames / 2, maxBytes / 2)) {
                return Offer.DROPPED;
            }
            ephemeral++;
        } else if (!fits(frame, maxFrames, maxBytes) && !makeRoom(frame)) {
            return Offer.OVERFLOW;
        }
        frames.add(frame);
        bytes += frame.length();
        return Offer.TAKEN;
    }

    private boolean fits(Frame frame, int frameLimit, long byteLimit) {
        // One frame alone always fits: nothing smaller can be sent instead.
        return frames.isEmpty() || (frames.size() < frameLimit && bytes + frame.length() <= byteLimit);
    }

    private boolean makeRoom(Frame coming) {
        if (ephemeral == 0) {
            return false;
        }
        frames.removeIf(frame -> {
            if (frame.isEphemeral()) {
                bytes -= frame.length();
            }
            return frame.isEphemeral();
        });
        ephemeral = 0;
        return fits(coming, maxFrames, maxBytes);
    }

    synchronized @Nullable Frame poll() {
        Frame frame = frames.poll();
        if (frame != null) {
            bytes -= frame.length();
            ephemeral -= frame.isEphemeral() ? 1 : 0;
            if (hasRoom()) {
                notifyAll();
            }
        }
        return frame;
    }

    synchronized boolean isEmpty() {
        return frames.isEmpty();
    }

    /** Waits until half of the queue is free; false when it is closed or the wait took too long. */
    synchronized boolean awaitRoom(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!closed && !hasRoom()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return !closed;
    }

    private boolean hasRoom() {
        return frames.size() <= maxFrames / 2 && bytes <= maxBytes / 2;
    }

    /** Takes nothing any more; what waits is dropped. */
    synchronized void close() {
        closed = true;
        frames.clear();
        bytes = 0;
        ephemeral = 0;
        notifyAll();
    }
}
