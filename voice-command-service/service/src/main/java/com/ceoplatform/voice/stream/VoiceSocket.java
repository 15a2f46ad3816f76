package com.ceoplatform.voice.stream;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.voice.config.SpeechSettings;
import com.ceoplatform.voice.intake.StreamedCommands;
import com.ceoplatform.voice.load.TooBusyException;
import com.ceoplatform.voice.recognition.Listening;
import com.ceoplatform.voice.speech.activity.LiveSpeech;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/**
 * The frames of clients, one after the other for each of them: a frame is taken from the network when the one before has
 * been worked on, so that nobody can send faster than the service listens.
 */
@Component
class VoiceSocket extends AbstractWebSocketHandler {

    private static final String CONNECTION = Connection.class.getName();
    private static final int LONGEST_TEXT = 16 << 10;

    private final Connections connections;
    private final ClientFrames frames;
    private final StreamedCommands commands;
    private final Listening listening;
    private final StreamSettings settings;
    private final SpeechSettings speech;

    VoiceSocket(
            Connections connections,
            ClientFrames frames,
            StreamedCommands commands,
            Listening listening,
            StreamSettings settings,
            SpeechSettings speech) {
        this.connections = connections;
        this.frames = frames;
        this.commands = commands;
        this.listening = listening;
        this.settings = settings;
        this.speech = speech;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        if (!(session.getAttributes().get(Handshake.GRANT) instanceof Grant grant)) {
            session.close(CloseCode.NOT_AUTHENTICATED.status());
            return;
        }
        session.setTextMessageSizeLimit(LONGEST_TEXT);
        session.setBinaryMessageSizeLimit((int) settings.maxFrame().toBytes());
        Optional<Connection> connection = connections.open(session, grant);
        if (connection.isPresent()) {
            session.getAttributes().put(CONNECTION, connection.get());
        } else {
            session.close(CloseCode.TOO_MANY_CONNECTIONS.status());
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        Connection connection = connection(session);
        if (connection == null) {
            return;
        }
        connection.touch();
        try {
            ClientFrame frame = frames.read(message.getPayload());
            handle(connection, frame);
        } catch (BadFrameException bad) {
            connection.send(new ServerFrame.Error(bad.code(), bad.detail()));
            connection.close(CloseCode.BAD_FRAME);
        } catch (TooBusyException busy) {
            connection.send(ServerFrame.Error.of(busy));
        } catch (DomainException refused) {
            connection.send(new ServerFrame.Error(refused.code(), refused.detail()));
        }
    }

    private void handle(Connection connection, ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Start start -> start(connection, start);
            case ClientFrame.Stop _ -> {
                if (connection.dictation().filter(Dictation::stop).isEmpty()) {
                    notListening(connection);
                }
            }
            case ClientFrame.Cancel _ -> {
                if (connection.dictation().filter(Dictation::drop).isEmpty()) {
                    notListening(connection);
                }
            }
            case ClientFrame.Authenticate(String token) -> {
                if (!connection.renew(token)) {
                    connection.send(
                            new ServerFrame.Error("invalid_token", "The token is not a valid one of this user."));
                }
            }
        }
    }

    private static void notListening(Connection connection) {
        connection.send(new ServerFrame.Error("not_listening", "No utterance is being spoken."));
    }

    private void start(Connection connection, ClientFrame.Start start) {
        if (connection.dictation().isPresent()) {
            connection.send(new ServerFrame.Error("already_started", "The last utterance is not settled yet."));
            return;
        }
        if (!connection.isStillAllowed()) {
            return;
        }
        StreamedCommands.Announced announced = commands.announce(start.json(), connection.voice());
        LiveSpeech live = listening.live(settings.endOfSpeech());
        Dictation dictation = new Dictation(live, settings, speech.maxDuration(), start.partials());
        connection.begin(dictation);
        connection.send(new ServerFrame.Ready(
                speech.maxDuration().toSeconds(), settings.endOfSpeech().toMillis()));
        Thread.ofVirtual().name("hearing").start(new Hearing(connection, dictation, announced, listening, commands));
    }

    /** Sound that is none of an utterance, such as what a microphone sends until it is switched off, is dropped. */
    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        Connection connection = connection(session);
        if (connection == null) {
            return;
        }
        connection.touch();
        ByteBuffer sound = message.getPayload().order(ByteOrder.LITTLE_ENDIAN);
        if (sound.remaining() % Short.BYTES != 0) {
            connection.send(new ServerFrame.Error("invalid_frame", "A frame of sound must hold whole 16-bit samples."));
            connection.close(CloseCode.BAD_FRAME);
            return;
        }
        connection.dictation().ifPresent(dictation -> {
            short[] samples = new short[sound.remaining() / Short.BYTES];
            sound.asShortBuffer().get(samples);
            dictation.append(samples);
        });
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        Connection connection = connection(session);
        if (connection != null) {
            connection.touch();
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Connection connection = connection(session);
        if (connection != null) {
            connections.forget(connection);
        }
    }

    private static @Nullable Connection connection(WebSocketSession session) {
        return (Connection) session.getAttributes().get(CONNECTION);
    }
}
