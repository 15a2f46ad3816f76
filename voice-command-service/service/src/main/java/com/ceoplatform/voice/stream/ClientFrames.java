package com.ceoplatform.voice.stream;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads client frames; unknown members are ignored so that the contract can grow. */
@Component
class ClientFrames {

    private final JsonMapper mapper;

    ClientFrames(JsonMapper mapper) {
        this.mapper = mapper;
    }

    ClientFrame read(String text) throws BadFrameException {
        JsonNode frame = parse(text);
        return switch (frame.path("type").asString("")) {
            case "start" -> new ClientFrame.Start(text, partials(frame.path("partials")));
            case "stop" -> new ClientFrame.Stop();
            case "cancel" -> new ClientFrame.Cancel();
            case "authenticate" -> new ClientFrame.Authenticate(token(frame.path("token")));
            default -> throw new BadFrameException("unknown_type", "There is no client frame of this type.");
        };
    }

    private JsonNode parse(String text) throws BadFrameException {
        try {
            JsonNode frame = mapper.readTree(text);
            if (frame.isObject()) {
                return frame;
            }
        } catch (JacksonException malformed) {
            throw new BadFrameException("malformed_frame", "A text frame must be one JSON object.");
        }
        throw new BadFrameException("malformed_frame", "A text frame must be one JSON object.");
    }

    private static boolean partials(JsonNode given) throws BadFrameException {
        if (given.isBoolean()) {
            return given.booleanValue();
        }
        if (given.isMissingNode() || given.isNull()) {
            return true;
        }
        throw new BadFrameException("invalid_frame", "partials must be true or false.");
    }

    private static String token(JsonNode given) throws BadFrameException {
        if (given.isString() && !given.stringValue().isBlank()) {
            return given.stringValue();
        }
        throw new BadFrameException("invalid_frame", "token must be an access token.");
    }
}
