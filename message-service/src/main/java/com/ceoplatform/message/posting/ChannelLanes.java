package com.ceoplatform.message.posting;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.message.posting.MessageWriter.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * Brings messages of one channel together: while one transaction commits, those that arrive wait and then share the
 * next. A commit costs a disk flush and the channel is locked meanwhile, so alone each would wait for the flushes of all
 * before it. Nobody waits when nobody else writes, and other channels never wait.
 */
@Component
class ChannelLanes {

    /** Bounds how long a transaction holds a channel. */
    private static final int MOST_TOGETHER = 50;

    private final MessageWriter writer;

    /** Weak: a lane lives as long as somebody is in it. Two lanes of a channel are slower, not wrong. */
    private final ConcurrentMap<UUID, Lane> lanes =
            new ConcurrentReferenceHashMap<>(64, ConcurrentReferenceHashMap.ReferenceType.WEAK);

    ChannelLanes(MessageWriter writer) {
        this.writer = requireNonNull(writer, "writer is null");
    }

    /** Writes a message, possibly together with others; returns once it is committed. */
    Outcome write(Draft draft) {
        UUID channelId = draft.message().channelId();
        Lane lane = lanes.computeIfAbsent(channelId, _ -> new Lane());
        Waiting own = new Waiting(draft);
        lane.queue.add(own);
        lane.lock.lock();
        try {
            while (!own.isDone()) {
                writeTogether(channelId, lane.takeSome());
            }
        } finally {
            lane.lock.unlock();
        }
        return own.outcome();
    }

    private void writeTogether(UUID channelId, List<Waiting> some) {
        try {
            List<Outcome> outcomes =
                    writer.write(channelId, some.stream().map(Waiting::draft).toList());
            for (int index = 0; index < some.size(); index++) {
                some.get(index).done(outcomes.get(index));
            }
        } catch (RuntimeException failure) {
            some.forEach(one -> one.failed(failure));
        }
    }

    private static final class Lane {

        private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
        private final ReentrantLock lock = new ReentrantLock();

        private List<Waiting> takeSome() {
            List<Waiting> some = new ArrayList<>();
            Waiting next = queue.poll();
            while (next != null) {
                some.add(next);
                next = some.size() < MOST_TOGETHER ? queue.poll() : null;
            }
            return some;
        }
    }

    /** Read and written only by whoever holds the lock of the lane. */
    private static final class Waiting {

        private final Draft draft;

        @Nullable
        private Outcome outcome;

        @Nullable
        private RuntimeException failure;

        private Waiting(Draft draft) {
            this.draft = draft;
        }

        private Draft draft() {
            return draft;
        }

        private void done(Outcome result) {
            outcome = result;
        }

        private void failed(RuntimeException cause) {
            failure = cause;
        }

        private boolean isDone() {
            return outcome != null || failure != null;
        }

        private Outcome outcome() {
            if (failure != null) {
                throw failure;
            }
            return requireNonNull(outcome, "outcome is null");
        }
    }
}
