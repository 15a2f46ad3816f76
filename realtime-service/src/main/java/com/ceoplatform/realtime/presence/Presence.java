package com.ceoplatform.realtime.presence;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.realtime.connection.Connection;
import com.ceoplatform.realtime.connection.ConnectionListener;
import com.ceoplatform.realtime.connection.Connections;
import com.ceoplatform.realtime.frame.Frame;
import com.ceoplatform.realtime.frame.PresenceStatus;
import com.ceoplatform.realtime.frame.ServerFrames;
import com.ceoplatform.realtime.presence.PresenceBoard.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who is online, away or offline, for everybody in the organisation to see. */
@Component
public class Presence implements ConnectionListener {

    private final String replica = Ids.next().toString();
    private final PresenceBoard board = new PresenceBoard();
    private final Map<UUID, Map<Connection, PresenceStatus>> local = new HashMap<>();
    private final Connections connections;
    private final ServerFrames frames;
    private final PresenceSettings settings;
    private final ApplicationEventPublisher events;
    private long number;

    Presence(
            Connections connections, ServerFrames frames, PresenceSettings settings, ApplicationEventPublisher events) {
        this.connections = requireNonNull(connections, "connections is null");
        this.frames = requireNonNull(frames, "frames is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.events = requireNonNull(events, "events is null");
    }

    /** This replica's users have changed; other replicas want to know. */
    record LocalChange(String replica, long number, UUID userId, PresenceStatus status) {}

    @Override
    public synchronized void opened(Connection connection) {
        board.present().forEach(present -> connection.offer(frame(present)));
        set(connection, PresenceStatus.ONLINE);
    }

    /** What others shall see of one connection; of several the most present one counts. */
    public synchronized void set(Connection connection, PresenceStatus status) {
        if (!connection.isClosing()) {
            local.computeIfAbsent(connection.viewer().userId(), id -> new HashMap<>())
                    .put(connection, status);
            publish(connection.viewer().userId());
        }
    }

    @Override
    public synchronized void closed(Connection connection) {
        UUID user = connection.viewer().userId();
        Map<Connection, PresenceStatus> mine = local.get(user);
        if (mine == null || mine.remove(connection) == null) {
            return;
        }
        if (mine.isEmpty()) {
            local.remove(user);
            Future<?> _ = connection.later(settings.offlineGrace(), () -> publish(user));
        } else {
            publish(user);
        }
    }

    private synchronized void publish(UUID user) {
        PresenceStatus status = local.getOrDefault(user, Map.of()).values().stream()
                .min(PresenceStatus::compareTo)
                .orElse(PresenceStatus.OFFLINE);
        number++;
        board.tell(replica, number, user, status).ifPresent(this::show);
        events.publishEvent(new LocalChange(replica, number, user, status));
    }

    /** Another replica has news about one of its users. */
    synchronized void heard(LocalChange change) {
        if (!change.replica().equals(replica)) {
            board.tell(change.replica(), change.number(), change.userId(), change.status())
                    .ifPresent(this::show);
        }
    }

    /** Another replica says who is there. */
    synchronized void heardAll(String other, PresenceBoard.Snapshot snapshot) {
        board.tellAll(other, snapshot.number(), snapshot.users()).forEach(this::show);
    }

    /** Another replica is dead. */
    synchronized void lost(String other) {
        board.drop(other).forEach(this::show);
    }

    String replica() {
        return replica;
    }

    PresenceBoard.Snapshot snapshot() {
        return board.snapshot(replica);
    }

    /** The other replicas that are known here. */
    List<String> others() {
        return board.replicas().stream().filter(other -> !other.equals(replica)).toList();
    }

    private void show(Change change) {
        Frame frame = frame(change);
        connections.all().forEach(connection -> connection.offer(frame));
    }

    private Frame frame(Change change) {
        return frames.presence(change.userId(), change.status());
    }
}
