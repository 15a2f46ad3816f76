package com.ceoplatform.realtime.socket;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.audience.ChannelAccess;
import com.ceoplatform.realtime.audience.Memberships;
import com.ceoplatform.realtime.audience.Viewer;
import com.ceoplatform.realtime.connection.CloseCode;
import com.ceoplatform.realtime.connection.Connection;
import com.ceoplatform.realtime.connection.Connections;
import com.ceoplatform.realtime.connection.Timers;
import com.ceoplatform.realtime.delivery.Delivery;
import io.netty.channel.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes a session of an accepted handshake, step by step, so that nothing can slip through between two steps. */
@Component
class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final Connections connections;
    private final ChannelAccess channels;
    private final Memberships memberships;
    private final Delivery delivery;
    private final Timers timers;
    private final AccessTokens tokens;

    Sessions(
            Connections connections,
            ChannelAccess channels,
            Memberships memberships,
            Delivery delivery,
            Timers timers,
            AccessTokens tokens) {
        this.connections = requireNonNull(connections, "connections is null");
        this.channels = requireNonNull(channels, "channels is null");
        this.memberships = requireNonNull(memberships, "memberships is null");
        this.delivery = requireNonNull(delivery, "delivery is null");
        this.timers = requireNonNull(timers, "timers is null");
        this.tokens = requireNonNull(tokens, "tokens is null");
    }

    /** Registers the connection; from now on a revocation finds it. */
    Session open(Channel channel, Grant grant) {
        Viewer viewer = new Viewer(grant.caller(), grant.token());
        Connection connection = connections.open(channel, viewer);
        timers.expire(connection, grant.expiresAt());
        return new Session(connection, tokens, timers);
    }

    /** Lets the client in once its channels are known; completes when it was welcomed or turned away. */
    Mono<Void> start(Session session) {
        Connection connection = session.connection();
        Viewer viewer = connection.viewer();
        if (session.isRevoked()) {
            connection.close(CloseCode.REVOKED);
            return Mono.empty();
        }
        if (connections.tooMany(viewer.userId())) {
            connection.close(CloseCode.TOO_MANY_CONNECTIONS);
            return Mono.empty();
        }
        boolean known = memberships.hold(viewer.userId());
        connection.onEnd(() -> memberships.release(viewer.userId()));
        return (known ? Mono.<Void>empty() : channels.load(viewer))
                .then(Mono.<Void>fromRunnable(() -> welcome(connection)))
                .onErrorResume(failure -> {
                    LOG.warn(
                            "The channels of user {} are unknown, the client has to come back: {}",
                            viewer.userId(),
                            failure.toString());
                    connection.close(CloseCode.GOING_AWAY);
                    return Mono.empty();
                });
    }

    private void welcome(Connection connection) {
        delivery.welcome(connection);
        timers.beat(connection, delivery::checkpoint);
        connections.opened(connection);
    }
}
