package com.ceoplatform.voice.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** Everybody who is connected, no more than there may be, and none of them longer than they may. */
@Component
class Connections implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final Set<Connection> all = ConcurrentHashMap.newKeySet();
    private final StreamSettings settings;
    private final AccessTokens tokens;
    private final Connection.Parts parts;
    private volatile boolean running;

    Connections(StreamSettings settings, AccessTokens tokens, JsonMapper mapper, Clock clock, MeterRegistry meters) {
        this.settings = settings;
        this.tokens = tokens;
        this.parts = new Connection.Parts(mapper, clock);
        Gauge.builder("voice.stream.connections", all, Collection::size).register(meters);
    }

    /** Empty when there are as many as there may be. */
    synchronized Optional<Connection> open(WebSocketSession session, Grant grant) {
        if (!running
                || all.size() >= settings.connections()
                || of(grant.caller().id()) >= settings.perUser()) {
            LOG.info("User {} has too many voice connections", grant.caller().id());
            return Optional.empty();
        }
        Connection connection = new Connection(session, grant, settings, tokens, parts);
        all.add(connection);
        return Optional.of(connection);
    }

    private long of(UUID userId) {
        return all.stream()
                .filter(connection -> connection.userId().equals(userId))
                .count();
    }

    void forget(Connection connection) {
        all.remove(connection);
        connection.closed();
    }

    /** Ends what must not go on: expired, revoked, silent. */
    @Scheduled(fixedDelayString = "PT1S")
    void sweep() {
        for (Connection connection : all) {
            if (!connection.isStillAllowed()) {
                forget(connection);
            } else if (connection.isIdle(settings.idle())) {
                connection.close(CloseCode.IDLE);
            } else {
                connection
                        .dictation()
                        .filter(Dictation::isStalled)
                        .filter(Dictation::drop)
                        .ifPresent(_ -> connection.send(new ServerFrame.Error(
                                "audio_stalled", "No more sound came, so nothing was done; please say it again.")));
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        all.forEach(connection -> connection.close(CloseCode.GOING_AWAY));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
