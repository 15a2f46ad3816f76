package com.ceoplatform.realtime.connection;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.audience.Viewer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All connections of this replica, found by user. */
@Component
public class Connections {

    private final Map<UUID, List<Connection>> byUser = new ConcurrentHashMap<>();
    private final Set<Connection> all = ConcurrentHashMap.newKeySet();
    private final ConnectionSettings settings;
    private final ConnectionMeters meters;
    private final ObjectProvider<ConnectionListener> listeners;

    Connections(
            ConnectionSettings settings,
            ConnectionMeters meters,
            ObjectProvider<ConnectionListener> listeners,
            MeterRegistry registry) {
        this.settings = requireNonNull(settings, "settings is null");
        this.meters = requireNonNull(meters, "meters is null");
        this.listeners = requireNonNull(listeners, "listeners is null");
        Gauge.builder("realtime.connections", all, Collection::size).register(registry);
        Gauge.builder("realtime.users", byUser, Map::size).register(registry);
    }

    /** A new connection; the channel's end ends it. */
    public Connection open(Channel channel, Viewer viewer) {
        Connection connection = new Connection(channel, viewer, settings, meters);
        all.add(connection);
        byUser.compute(viewer.userId(), (id, known) -> {
            List<Connection> connections = known == null ? new CopyOnWriteArrayList<>() : known;
            connections.add(connection);
            return connections;
        });
        connection.onEnd(() -> forget(connection));
        return connection;
    }

    private void forget(Connection connection) {
        connection.ended();
        all.remove(connection);
        byUser.computeIfPresent(connection.viewer().userId(), (id, known) -> {
            known.remove(connection);
            return known.isEmpty() ? null : known;
        });
        listeners.forEach(listener -> listener.closed(connection));
    }

    /** Tells the others that a client has been welcomed. */
    public void opened(Connection connection) {
        listeners.forEach(listener -> listener.opened(connection));
    }

    /** Whether one user has more connections than allowed. */
    public boolean tooMany(UUID userId) {
        return of(userId).size() > settings.perUser();
    }

    public Collection<Connection> of(UUID userId) {
        return byUser.getOrDefault(userId, List.of());
    }

    public Collection<Connection> all() {
        return all;
    }

    /** Ends the connections that fit. */
    public void close(Predicate<Connection> which, CloseCode code) {
        all.stream().filter(which).forEach(connection -> connection.close(code));
    }
}
