package com.ceoplatform.realtime.delivery;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.MalformedEventException;
import com.ceoplatform.common.events.session.SessionRevocations;
import com.ceoplatform.realtime.audience.ChannelFacts;
import com.ceoplatform.realtime.audience.ChannelView;
import com.ceoplatform.realtime.audience.Departments;
import com.ceoplatform.realtime.audience.Memberships;
import com.ceoplatform.realtime.connection.CloseCode;
import com.ceoplatform.realtime.connection.Connections;
import com.ceoplatform.realtime.log.LoggedEvent;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What events teach about people and channels, and what follows from it for those who are connected. */
@Component
class Knowledge {

    private static final Logger LOG = LoggerFactory.getLogger(Knowledge.class);

    private final Memberships memberships;
    private final ChannelFacts channels;
    private final Departments departments;
    private final SessionRevocations revocations;
    private final Feeds feeds;
    private final Connections connections;

    Knowledge(
            Memberships memberships,
            ChannelFacts channels,
            Departments departments,
            SessionRevocations revocations,
            Feeds feeds,
            Connections connections) {
        this.memberships = requireNonNull(memberships, "memberships is null");
        this.channels = requireNonNull(channels, "channels is null");
        this.departments = requireNonNull(departments, "departments is null");
        this.revocations = requireNonNull(revocations, "revocations is null");
        this.feeds = requireNonNull(feeds, "feeds is null");
        this.connections = requireNonNull(connections, "connections is null");
    }

    /** To be called before the event is delivered, so that nobody who was just removed gets it. */
    void follow(LoggedEvent event) {
        ChannelView channel = event.addressed().channel();
        if (channel != null) {
            channels.learn(channel);
            feeds.restrict(channel);
        }
        event.addressed().memberships().forEach(memberships::apply);
    }

    /** Follows a {@code user.*} or {@code session.*}; who must go, goes at once. */
    void onPeople(Event<byte[]> event) {
        try {
            if (event.type().equals("session.revoked")) {
                revocations.on(event);
                connections.close(
                        connection -> revocations.contains(
                                connection.viewer().caller().sessionId()),
                        CloseCode.REVOKED);
            } else if (event.type().startsWith("user.")) {
                departments.on(event);
                UUID user = UUID.fromString(event.subject());
                if (departments.isDeactivated(user)) {
                    connections.of(user).forEach(connection -> connection.close(CloseCode.REVOKED));
                }
            }
        } catch (MalformedEventException | IllegalArgumentException malformed) {
            LOG.warn("Passes over a malformed {}: {}", event.type(), malformed.getMessage());
        }
    }
}
