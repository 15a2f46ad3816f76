package com.ceoplatform.realtime.frame;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Encodes what the server says. */
@Component
public final class ServerFrames {

    private static final byte[] DATA = {',', '"', 'd', 'a', 't', 'a', '"', ':'};

    private final JsonMapper mapper;
    private final Frame pong;

    public ServerFrames(JsonMapper mapper) {
        this.mapper = requireNonNull(mapper, "mapper is null");
        this.pong = Frame.lasting(mapper.writeValueAsBytes(Map.of("type", "pong")));
    }

    private record Welcome(
            String type, UUID connectionId, UUID userId, long heartbeatSeconds, Map<String, Long> positions) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record EventHead(
            String type,
            UUID id,
            String event,
            String subject,
            @Nullable UUID channelId,
            @Nullable UUID commandId,
            Instant time,
            String position) {}

    private record Checkpoint(String type, Map<String, Long> positions) {}

    private record Resumed(String type, boolean recovered, int replayed) {}

    private record Presence(String type, UUID userId, PresenceStatus status) {}

    private record Typing(String type, UUID channelId, UUID userId) {}

    private record AuthExpiring(String type, long inSeconds) {}

    private record Failure(String type, String code, String detail) {}

    /** The first frame of a connection. */
    public Frame welcome(UUID connectionId, UUID userId, Duration heartbeat, Map<String, Long> positions) {
        return lasting(new Welcome("welcome", connectionId, userId, heartbeat.toSeconds(), positions));
    }

    /**
     * An event, with its payload as the producer wrote it.
     *
     * @param channelId the channel that it happened in, null when in none
     * @param position stream and offset
     */
    public Frame event(Event<byte[]> event, @Nullable UUID channelId, String position) {
        byte[] head = mapper.writeValueAsBytes(new EventHead(
                "event",
                event.id(),
                event.type(),
                event.subject(),
                channelId,
                event.correlationId(),
                event.time(),
                position));
        return Frame.event(withData(head, event.data()), event.time());
    }

    /** The frame of an event for one who may not know all of its payload. */
    public Frame changed(Frame event, Consumer<ObjectNode> change) {
        ObjectNode whole = (ObjectNode) mapper.readTree(event.bytes());
        change.accept(whole.withObject("data"));
        return Frame.event(mapper.writeValueAsBytes(whole), requireNonNull(event.since(), "no event"));
    }

    /** The payload is a JSON document already: reading and writing it again would only cost. */
    private static byte[] withData(byte[] head, byte[] data) {
        int open = head.length - 1;
        byte[] whole = Arrays.copyOf(head, open + DATA.length + data.length + 1);
        System.arraycopy(DATA, 0, whole, open, DATA.length);
        System.arraycopy(data, 0, whole, open + DATA.length, data.length);
        whole[whole.length - 1] = '}';
        return whole;
    }

    /** Up to where everything was sent. */
    public Frame checkpoint(Map<String, Long> positions) {
        return lasting(new Checkpoint("checkpoint", positions));
    }

    /** The end of a replay. */
    public Frame resumed(boolean recovered, int replayed) {
        return lasting(new Resumed("resumed", recovered, replayed));
    }

    public Frame presence(UUID userId, PresenceStatus status) {
        return Frame.ephemeral(mapper.writeValueAsBytes(new Presence("presence", userId, status)));
    }

    public Frame typing(UUID channelId, UUID userId) {
        return Frame.ephemeral(mapper.writeValueAsBytes(new Typing("typing", channelId, userId)));
    }

    public Frame pong() {
        return pong;
    }

    public Frame authExpiring(Duration left) {
        return lasting(new AuthExpiring("auth_expiring", left.toSeconds()));
    }

    /** @param code stable, in lower snake case */
    public Frame error(String code, String detail) {
        return lasting(new Failure("error", code, detail));
    }

    private Frame lasting(Object frame) {
        return Frame.lasting(mapper.writeValueAsBytes(frame));
    }
}
