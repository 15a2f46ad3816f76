package com.ceoplatform.realtime.presence;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.audience.Memberships;
import com.ceoplatform.realtime.connection.Connection;
import com.ceoplatform.realtime.connection.ConnectionListener;
import com.ceoplatform.realtime.connection.Connections;
import com.ceoplatform.realtime.frame.Frame;
import com.ceoplatform.realtime.frame.ServerFrames;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who is writing in a channel right now, for its other members. */
@Component
public class Typing implements ConnectionListener {

    private final Map<Connection, Last> last = new ConcurrentHashMap<>();
    private final Connections connections;
    private final Memberships memberships;
    private final ServerFrames frames;
    private final PresenceSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Typing(
            Connections connections,
            Memberships memberships,
            ServerFrames frames,
            PresenceSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.connections = requireNonNull(connections, "connections is null");
        this.memberships = requireNonNull(memberships, "memberships is null");
        this.frames = requireNonNull(frames, "frames is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.events = requireNonNull(events, "events is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    private record Last(UUID channelId, Instant at) {}

    /** Somebody here is writing; other replicas want to know. */
    record LocalTyping(UUID channelId, UUID userId) {}

    /** Tells the other members; false when the user is none. Repeats in quick succession are swallowed. */
    public boolean typing(Connection connection, UUID channelId) {
        UUID user = connection.viewer().userId();
        if (!memberships.isMember(user, channelId)) {
            return false;
        }
        Instant now = clock.instant();
        Last before = last.get(connection);
        if (before == null
                || !before.channelId().equals(channelId)
                || !now.isBefore(before.at().plus(settings.typingInterval()))) {
            last.put(connection, new Last(channelId, now));
            LocalTyping typing = new LocalTyping(channelId, user);
            show(typing);
            events.publishEvent(typing);
        }
        return true;
    }

    /** Shows it to the other members who are connected here. */
    void show(LocalTyping typing) {
        Frame frame = frames.typing(typing.channelId(), typing.userId());
        memberships.membersOf(typing.channelId()).stream()
                .filter(member -> !member.equals(typing.userId()))
                .flatMap(member -> connections.of(member).stream())
                .forEach(connection -> connection.offer(frame));
    }

    @Override
    public void closed(Connection connection) {
        last.remove(connection);
    }
}
