package com.ceoplatform.realtime.delivery;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.audience.ChannelAccess;
import com.ceoplatform.realtime.audience.MembershipHistory;
import com.ceoplatform.realtime.audience.Verdict;
import com.ceoplatform.realtime.connection.Connection;
import com.ceoplatform.realtime.frame.Frame;
import com.ceoplatform.realtime.frame.ServerFrames;
import com.ceoplatform.realtime.log.LoggedEvent;
import com.ceoplatform.realtime.log.Positions;
import com.ceoplatform.realtime.log.ReadBack;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Brings one connection from a point of the past to the present: from Kafka what is not in memory, then from the window
 * until it stands where the live events are. At the client's own speed; blocks, so it needs a thread of its own.
 */
final class Replay {

    private final Parts parts;
    private final Connection connection;
    private final MembershipHistory history;
    private Positions positions;
    private int replayed;

    /** What every replay works with. */
    record Parts(LiveLog live, ReadBack readBack, Sight sight, ChannelAccess access, ServerFrames frames) {}

    /** The connection ended while frames were on their way to it. */
    private static final class GoneException extends InterruptedException {
        private static final long serialVersionUID = 1L;
    }

    Replay(Parts parts, Connection connection, Positions positions) {
        this.parts = requireNonNull(parts, "parts is null");
        this.connection = requireNonNull(connection, "connection is null");
        this.positions = requireNonNull(positions, "positions is null");
        this.history = new MembershipHistory(connection.viewer().userId());
    }

    /**
     * Replays what a client missed and answers it with {@code resumed}.
     *
     * @param start where the connection itself begins, from where it goes on when nothing can be recovered
     */
    void resume(Point start) throws InterruptedException {
        Point now = parts.live().point();
        if (!positions.sameStreamsAs(now.positions()) || !isKept(now.positions())) {
            connection.offer(parts.frames().resumed(false, 0));
            positions = start.positions();
            follow(start.sequence(), false);
            return;
        }
        OptionalLong sequence = parts.live().find(positions);
        if (sequence.isPresent()) {
            follow(sequence.getAsLong(), true);
        } else {
            fromKafka(true);
        }
    }

    /** Sends what came after a point, without a word about it. */
    void catchUp(Point start) throws InterruptedException {
        follow(start.sequence(), false);
    }

    private boolean isKept(Positions handled) throws InterruptedException {
        boolean inMemory = parts.live().find(positions).isPresent();
        return (inMemory && !positions.isAheadOf(handled)) || parts.readBack().covers(positions);
    }

    /** From the window to the live events. */
    private void follow(long from, boolean answer) throws InterruptedException {
        long sequence = from;
        while (!parts.live().join(connection, sequence, last(answer))) {
            Optional<LiveLog.Piece> piece = parts.live().after(sequence);
            if (piece.isEmpty()) {
                fromKafka(answer);
                return;
            }
            for (LoggedEvent event : piece.get().events()) {
                event.addressed().memberships().forEach(history::add);
            }
            for (LoggedEvent event : piece.get().events()) {
                send(event);
            }
            sequence = piece.get().end().sequence();
            positions = positions.max(piece.get().end().positions());
        }
    }

    private void fromKafka(boolean answer) throws InterruptedException {
        Point end = parts.live().point();
        boolean complete = parts.readBack()
                        .read(
                                positions,
                                end.positions(),
                                ReadBack.Scope.CHANNELS,
                                event -> event.addressed().memberships().forEach(history::add))
                && parts.readBack().read(positions, end.positions(), ReadBack.Scope.ALL, this::send);
        positions = positions.max(end.positions());
        if (complete) {
            follow(end.sequence(), answer);
        } else {
            connection.offer(parts.frames().resumed(false, replayed));
            follow(end.sequence(), false);
        }
    }

    private @Nullable Frame last(boolean answer) {
        return answer ? parts.frames().resumed(true, replayed) : null;
    }

    private void send(LoggedEvent event) throws InterruptedException {
        if (event.isBeyond(positions) && sees(event)) {
            if (!connection.awaitRoom()) {
                throw new GoneException();
            }
            connection.offer(parts.sight().frame(connection.viewer(), event));
            replayed++;
        }
    }

    private boolean sees(LoggedEvent event) {
        Verdict verdict = verdict(event);
        if (verdict == Verdict.UNKNOWN) {
            parts.access().learn(connection.viewer(), event.addressed().audience());
            verdict = verdict(event);
        }
        if (verdict == Verdict.UNKNOWN) {
            throw new IllegalStateException(
                    "Nobody can tell who may see " + event.type() + " at " + event.stream() + ":" + event.offset());
        }
        return verdict == Verdict.YES;
    }

    private Verdict verdict(LoggedEvent event) {
        return parts.sight().of(connection.viewer(), event, history);
    }
}
