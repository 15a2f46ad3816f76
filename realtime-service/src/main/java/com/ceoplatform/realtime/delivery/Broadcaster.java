package com.ceoplatform.realtime.delivery;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.realtime.audience.MembershipChange;
import com.ceoplatform.realtime.connection.CloseCode;
import com.ceoplatform.realtime.connection.Connection;
import com.ceoplatform.realtime.connection.Connections;
import com.ceoplatform.realtime.log.LogListener;
import com.ceoplatform.realtime.log.LoggedEvent;
import com.ceoplatform.realtime.log.Positions;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings every event to the live connections that may see it. */
@Component
class Broadcaster implements LogListener {

    private static final Logger LOG = LoggerFactory.getLogger(Broadcaster.class);

    /** How many events may have overtaken the event of their reader's joining. */
    private static final int OVERTAKING_AT_MOST = 2000;

    private final LiveLog live;
    private final Receivers receivers;
    private final Sight sight;
    private final Replays replays;
    private final Knowledge knowledge;
    private final Connections connections;

    Broadcaster(
            LiveLog live,
            Receivers receivers,
            Sight sight,
            Replays replays,
            Knowledge knowledge,
            Connections connections) {
        this.live = requireNonNull(live, "live is null");
        this.receivers = requireNonNull(receivers, "receivers is null");
        this.sight = requireNonNull(sight, "sight is null");
        this.replays = requireNonNull(replays, "replays is null");
        this.knowledge = requireNonNull(knowledge, "knowledge is null");
        this.connections = requireNonNull(connections, "connections is null");
    }

    @Override
    public Positions handled() {
        return live.point().positions();
    }

    @Override
    public void started(Map<String, Long> offsets) {
        live.begin(offsets);
    }

    @Override
    public void onSkipped(String stream, long offset) {
        live.pass(stream, offset);
    }

    @Override
    public void onPeople(Event<byte[]> event) {
        knowledge.onPeople(event);
    }

    @Override
    public void onEvent(LoggedEvent event) {
        live.exclusively(() -> {
            Point before = live.point();
            if (event.isBeyond(before.positions())) {
                knowledge.follow(event);
                List<MembershipChange> changes = event.addressed().memberships();
                if (changes.stream().anyMatch(MembershipChange::joined)) {
                    sendOvertaking(changes);
                }
                live.append(event);
                deliver(event, before);
            }
        });
    }

    private void deliver(LoggedEvent event, Point before) {
        for (Connection connection : receivers.candidates(event.addressed().audience())) {
            if (live.isLive(connection)) {
                deliver(event, before, connection);
            }
        }
    }

    private void deliver(LoggedEvent event, Point before, Connection connection) {
        try {
            switch (sight.of(connection.viewer(), event)) {
                case YES -> connection.offer(sight.frame(connection.viewer(), event));
                case NO -> {}
                case UNKNOWN -> ask(connection, before);
            }
        } catch (RuntimeException failed) {
            // One client's trouble is not the others'; this one comes back and resumes.
            LOG.error("Could not deliver {} to connection {}", event.type(), connection.id(), failed);
            connection.close(CloseCode.GOING_AWAY);
        }
    }

    /** Only another service can tell: the connection steps aside until it has, and misses nothing meanwhile. */
    private void ask(Connection connection, Point before) {
        live.leave(connection);
        replays.catchUp(connection, before);
    }

    /**
     * Topics are read side by side, so the first message in a channel may be handled before the event that somebody joined
     * it. Whoever joined gets it now.
     */
    private void sendOvertaking(List<MembershipChange> changes) {
        MembershipChange joined = changes.getFirst();
        List<LoggedEvent> overtaking = live.newest(OVERTAKING_AT_MOST).stream()
                .filter(event -> event.isIn(joined.channelId()) && !event.time().isBefore(joined.time()))
                .toList()
                .reversed();
        for (MembershipChange change : overtaking.isEmpty() ? List.<MembershipChange>of() : changes) {
            connections.of(change.userId()).stream()
                    .filter(live::isLive)
                    .forEach(connection ->
                            overtaking.forEach(event -> connection.offer(sight.frame(connection.viewer(), event))));
        }
    }
}
