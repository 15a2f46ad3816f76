package com.ceoplatform.realtime.delivery;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.audience.ChannelAccess;
import com.ceoplatform.realtime.connection.CloseCode;
import com.ceoplatform.realtime.connection.Connection;
import com.ceoplatform.realtime.frame.ServerFrames;
import com.ceoplatform.realtime.log.Positions;
import com.ceoplatform.realtime.log.ReadBack;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs replays, each on a virtual thread. */
@Component
class Replays {

    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);

    private final Replay.Parts parts;
    private final Counter resumes;

    Replays(
            LiveLog live,
            ReadBack readBack,
            Sight sight,
            ChannelAccess access,
            ServerFrames frames,
            MeterRegistry meters) {
        this.parts = new Replay.Parts(live, readBack, sight, access, frames);
        this.resumes = meters.counter("realtime.resumes");
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    /** Replays what the client missed after its positions and lets it follow live. */
    void resume(Connection connection, Positions positions, Point start) {
        resumes.increment();
        run(connection, () -> new Replay(parts, connection, positions).resume(start));
    }

    /** Sends what came after a point and lets the connection follow live. */
    void catchUp(Connection connection, Point start) {
        run(connection, () -> new Replay(parts, connection, start.positions()).catchUp(start));
    }

    private static void run(Connection connection, Work work) {
        requireNonNull(connection, "connection is null");
        Thread.ofVirtual().name("replay-" + connection.id()).start(() -> {
            try {
                work.run();
            } catch (InterruptedException gone) {
                LOG.debug("The client of {} went away during its replay", connection.id());
            } catch (RuntimeException failed) {
                // Nothing may be left out: the client comes back with its positions and asks again.
                LOG.warn("Replay of connection {} failed, the client has to come back", connection.id(), failed);
                connection.close(CloseCode.GOING_AWAY);
            }
        });
    }
}
