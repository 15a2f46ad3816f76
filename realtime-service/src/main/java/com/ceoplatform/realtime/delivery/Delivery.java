package com.ceoplatform.realtime.delivery;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.connection.Connection;
import com.ceoplatform.realtime.connection.ConnectionListener;
import com.ceoplatform.realtime.connection.ConnectionSettings;
import com.ceoplatform.realtime.frame.ServerFrames;
import com.ceoplatform.realtime.log.Positions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** A connection's way into the stream of events: welcome, resume, checkpoints. */
@Component
public class Delivery implements ConnectionListener {

    private final LiveLog live;
    private final Replays replays;
    private final ServerFrames frames;
    private final DeliverySettings settings;
    private final ConnectionSettings connections;
    private final Map<Connection, Point> greeted = new ConcurrentHashMap<>();

    Delivery(
            LiveLog live,
            Replays replays,
            ServerFrames frames,
            DeliverySettings settings,
            ConnectionSettings connections) {
        this.live = requireNonNull(live, "live is null");
        this.replays = requireNonNull(replays, "replays is null");
        this.frames = requireNonNull(frames, "frames is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.connections = requireNonNull(connections, "connections is null");
    }

    /**
     * Greets a client with the positions from which on it gets everything. What happens right after waits a moment, in
     * case the client wants first what it missed.
     */
    public void welcome(Connection connection) {
        live.exclusively(() -> {
            Point point = live.point();
            connection.greet(frames.welcome(
                    connection.id(),
                    connection.viewer().userId(),
                    connections.heartbeat(),
                    point.positions().sorted()));
            greeted.put(connection, point);
        });
        Future<?> _ = connection.later(settings.resumeGrace(), () -> {
            Point start = greeted.remove(connection);
            if (start != null) {
                replays.catchUp(connection, start);
            }
        });
    }

    /** Replays what the client missed; false when a replay is going on already. */
    public boolean resume(Connection connection, Map<String, Long> offsets) {
        AtomicBoolean started = new AtomicBoolean();
        live.exclusively(() -> {
            Point start = live.leave(connection) ? live.point() : greeted.remove(connection);
            if (start != null) {
                started.set(true);
                replays.resume(connection, new Positions(offsets), start);
            }
        });
        return started.get();
    }

    /** Tells a live client how far it has come; one that is still behind learns it from its events. */
    public void checkpoint(Connection connection) {
        live.exclusively(() -> {
            if (live.isLive(connection)) {
                connection.offer(frames.checkpoint(live.point().positions().sorted()));
            }
        });
    }

    @Override
    public void closed(Connection connection) {
        greeted.remove(connection);
        live.leave(connection);
    }
}
