package com.ceoplatform.realtime.socket;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.connection.CloseCode;
import com.ceoplatform.realtime.connection.Connection;
import com.ceoplatform.realtime.frame.BadFrameException;
import com.ceoplatform.realtime.frame.ClientFrame;
import com.ceoplatform.realtime.frame.ClientFrameReader;
import com.ceoplatform.realtime.frame.ServerFrames;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.websocket.WebsocketInbound;

/** One upgraded connection from its first to its last frame. */
@Component
class SocketHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SocketHandler.class);

    /** Client frames that are read ahead while one is being handled. */
    private static final int READ_AHEAD = 8;

    private final Sessions sessions;
    private final ClientFrameReader reader;
    private final ClientFrames actions;
    private final ServerFrames frames;
    private final SocketSettings settings;
    private final Clock clock;

    SocketHandler(
            Sessions sessions,
            ClientFrameReader reader,
            ClientFrames actions,
            ServerFrames frames,
            SocketSettings settings,
            Clock clock) {
        this.sessions = requireNonNull(sessions, "sessions is null");
        this.reader = requireNonNull(reader, "reader is null");
        this.actions = requireNonNull(actions, "actions is null");
        this.frames = requireNonNull(frames, "frames is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Beyond it the protocol itself ends the connection (1009) without reading on. */
    static int hardLimit(SocketSettings settings) {
        return Math.toIntExact(settings.maxFrame().toBytes() * 8);
    }

    /** Completes when the connection is over. */
    Mono<Void> handle(WebsocketInbound in, Grant grant) {
        AtomicReference<Session> opened = new AtomicReference<>();
        in.withConnection(netty -> {
            Session session = sessions.open(netty.channel(), grant);
            netty.addHandlerLast("ceo-connection", session.connection().events());
            opened.set(session);
        });
        Session session = requireNonNull(opened.get(), "no channel");
        FrameRate rate = new FrameRate(settings.framesPerSecond(), clock);
        in.aggregateFrames(hardLimit(settings));
        return sessions.start(session)
                .thenMany(in.receiveFrames()
                        // A frame's bytes are only there until this returns, its handling may take longer.
                        .map(frame -> received(session, frame, rate))
                        .concatMap(handling -> handling, READ_AHEAD))
                .then()
                .onErrorResume(failure -> {
                    LOG.debug("Connection {} broke: {}", session.connection().id(), failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> received(Session session, WebSocketFrame frame, FrameRate rate) {
        Connection connection = session.connection();
        connection.touch();
        if (frame instanceof PingWebSocketFrame) {
            connection.answerPing(frame.content().copy());
            return Mono.empty();
        }
        if (frame instanceof PongWebSocketFrame) {
            return Mono.empty();
        }
        if (!rate.allows()) {
            connection.offer(frames.error("rate_limited", "Too many frames in one second; this one was ignored."));
            return Mono.empty();
        }
        try {
            return actions.handle(session, parse(frame));
        } catch (BadFrameException bad) {
            refuse(connection, bad);
            return Mono.empty();
        }
    }

    private ClientFrame parse(WebSocketFrame frame) throws BadFrameException {
        if (!(frame instanceof TextWebSocketFrame text)) {
            throw BadFrameException.fatal("malformed_frame", "Frames are text.");
        }
        if (frame.content().readableBytes() > settings.maxFrame().toBytes()) {
            throw BadFrameException.fatal("frame_too_large", "The frame is longer than allowed.");
        }
        return reader.read(text.text());
    }

    private void refuse(Connection connection, BadFrameException bad) {
        if (bad.isFatal()) {
            connection.closeAfter(frames.error(bad.code(), bad.detail()), CloseCode.BAD_FRAME);
        } else {
            connection.offer(frames.error(bad.code(), bad.detail()));
        }
    }
}
