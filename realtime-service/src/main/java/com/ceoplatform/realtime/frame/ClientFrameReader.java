package com.ceoplatform.realtime.frame;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.frame.ClientFrame.Authenticate;
import com.ceoplatform.realtime.frame.ClientFrame.Ping;
import com.ceoplatform.realtime.frame.ClientFrame.Resume;
import com.ceoplatform.realtime.frame.ClientFrame.SetPresence;
import com.ceoplatform.realtime.frame.ClientFrame.Subscribe;
import com.ceoplatform.realtime.frame.ClientFrame.Typing;
import com.ceoplatform.realtime.frame.ClientFrame.Unsubscribe;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads client frames; unknown members are ignored so that the contract can grow. */
@Component
public final class ClientFrameReader {

    private final JsonMapper mapper;

    public ClientFrameReader(JsonMapper mapper) {
        this.mapper = requireNonNull(mapper, "mapper is null");
    }

    /** @throws BadFrameException when the text is no frame, or none that a client may send */
    public ClientFrame read(String text) throws BadFrameException {
        JsonNode frame = parse(text);
        String type = text(frame, "type");
        return switch (type) {
            case "resume" -> new Resume(positions(frame.path("positions")));
            case "subscribe" -> new Subscribe(feed(frame));
            case "unsubscribe" -> new Unsubscribe(feed(frame));
            case "typing" -> new Typing(channel(frame));
            case "presence" -> new SetPresence(status(frame));
            case "authenticate" -> new Authenticate(text(frame, "token"));
            case "ping" -> new Ping();
            default -> throw BadFrameException.refused("unknown_type", "There is no client frame of this type.");
        };
    }

    private JsonNode parse(String text) throws BadFrameException {
        try {
            JsonNode frame = mapper.readTree(text);
            if (frame.isObject()) {
                return frame;
            }
        } catch (JacksonException malformed) {
            throw BadFrameException.fatal("malformed_frame", "A frame must be one JSON object.");
        }
        throw BadFrameException.fatal("malformed_frame", "A frame must be one JSON object.");
    }

    private static String text(JsonNode frame, String field) throws BadFrameException {
        JsonNode value = frame.path(field);
        if (!value.isString()) {
            throw invalid("The member " + field + " must be a text.");
        }
        return value.stringValue();
    }

    private static Map<String, Long> positions(JsonNode node) throws BadFrameException {
        if (!node.isObject()) {
            throw invalid("The member positions must be an object of numbers.");
        }
        Map<String, Long> positions = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!entry.getValue().isIntegralNumber() || !entry.getValue().canConvertToLong()) {
                throw invalid("The member positions must be an object of numbers.");
            }
            positions.put(entry.getKey(), entry.getValue().longValue());
        }
        return positions;
    }

    private static Feed feed(JsonNode frame) throws BadFrameException {
        Optional<Feed> feed = Feed.of(text(frame, "feed"));
        return feed.orElseThrow(() -> invalid("A feed is tasks, or channel: and the id of a channel."));
    }

    private static UUID channel(JsonNode frame) throws BadFrameException {
        return WireId.of(text(frame, "channelId"))
                .orElseThrow(() -> invalid("The member channelId must be the id of a channel."));
    }

    private static PresenceStatus status(JsonNode frame) throws BadFrameException {
        String status = text(frame, "status");
        for (PresenceStatus known : PresenceStatus.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(status)) {
                return known;
            }
        }
        throw invalid("The member status must be online, away or offline.");
    }

    private static BadFrameException invalid(String detail) {
        return BadFrameException.refused("invalid_frame", detail);
    }
}
