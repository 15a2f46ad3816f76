package com.ceoplatform.voice.stream;

import com.ceoplatform.voice.intake.StreamedCommands;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.SessionLimitExceededException;
import tools.jackson.databind.json.JsonMapper;

/** One speaker's socket: what it lives on, and the utterance that is being spoken or worked on. Any thread may send. */
final class Connection {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Duration EXPIRY_NOTICE = Duration.ofSeconds(60);

    private final WebSocketSession session;
    private final @Nullable String traceparent;
    private final AccessTokens tokens;
    private final JsonMapper mapper;
    private final Clock clock;
    private volatile Grant grant;
    private volatile @Nullable Dictation dictation;
    private volatile long lastSign = System.nanoTime();
    private volatile boolean noticed;

    Connection(WebSocketSession session, Grant grant, StreamSettings settings, AccessTokens tokens, Parts parts) {
        this.session = new ConcurrentWebSocketSessionDecorator(
                session, (int) settings.sendTimeout().toMillis(), (int)
                        settings.sendBuffer().toBytes());
        this.traceparent = (String) session.getAttributes().get(Handshake.TRACE);
        this.grant = grant;
        this.tokens = tokens;
        this.mapper = parts.mapper();
        this.clock = parts.clock();
    }

    /** What every connection works with. */
    record Parts(JsonMapper mapper, Clock clock) {}

    UUID userId() {
        return grant.caller().id();
    }

    StreamedCommands.Voice voice() {
        Grant now = grant;
        return new StreamedCommands.Voice(now.caller(), now.token(), traceparent);
    }

    /** The client said something. */
    void touch() {
        lastSign = System.nanoTime();
    }

    boolean isIdle(Duration limit) {
        return dictation == null && System.nanoTime() - lastSign > limit.toNanos();
    }

    Optional<Dictation> dictation() {
        return Optional.ofNullable(dictation);
    }

    void begin(Dictation next) {
        dictation = next;
    }

    void finished(Dictation ended) {
        if (ended.equals(dictation)) {
            dictation = null;
        }
        touch();
    }

    /** A first impression; worthless once the utterance is over. */
    void partial(Dictation of, String text) {
        if (of.isSpeaking()) {
            send(new ServerFrame.Partial(text));
        }
    }

    /** Goes on with a newer token; false when it is none of this user. */
    boolean renew(String token) {
        Optional<Grant> newer =
                tokens.verify(token).filter(given -> given.caller().id().equals(userId()));
        newer.ifPresent(given -> {
            grant = given;
            noticed = false;
        });
        return newer.isPresent();
    }

    /** Whether the token still lets the speaker act; ends the connection when it does not. */
    boolean isStillAllowed() {
        Instant now = clock.instant();
        if (!now.isBefore(grant.expiresAt())) {
            close(CloseCode.NOT_AUTHENTICATED);
            return false;
        }
        try {
            if (tokens.verify(grant.token()).isEmpty()) {
                close(CloseCode.REVOKED);
                return false;
            }
        } catch (JwtException keysUnavailable) {
            LOG.debug("The token of user {} cannot be checked again right now", userId(), keysUnavailable);
        }
        announceExpiry(now);
        return true;
    }

    private void announceExpiry(Instant now) {
        Duration left = Duration.between(now, grant.expiresAt());
        if (!noticed && left.compareTo(EXPIRY_NOTICE) < 0) {
            noticed = true;
            send(new ServerFrame.AuthExpiring(left.toSeconds()));
        }
    }

    /** A client that does not take its frames in time is let go. */
    void send(ServerFrame frame) {
        if (!session.isOpen()) {
            return;
        }
        try {
            session.sendMessage(new TextMessage(mapper.writeValueAsString(frame)));
        } catch (SessionLimitExceededException slow) {
            close(CloseCode.TOO_SLOW);
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("User {} has gone", userId(), gone);
        }
    }

    void close(CloseCode code) {
        try {
            session.close(code.status());
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("User {} has gone", userId(), gone);
        }
    }

    /** The speaker has gone: what was not said to its end was not said. */
    void closed() {
        Dictation unfinished = dictation;
        if (unfinished != null) {
            unfinished.drop();
        }
    }
}
