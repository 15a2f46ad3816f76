package com.ceoplatform.realtime.support;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI document, and what it says about a frame. */
public final class FrameContract {

    private static final JsonNode DOCUMENT = read();
    private static final Schema SERVER_FRAME = schemaOf("serverFrames");

    private FrameContract() {}

    /** The document itself. */
    public static JsonNode document() {
        return DOCUMENT;
    }

    /** Fails unless the frame is one that the server may send. */
    public static void verify(JsonNode frame) {
        List<Error> errors = SERVER_FRAME.validate(frame);
        if (!errors.isEmpty()) {
            throw new AssertionError("Not a frame of the contract: " + frame + " " + errors);
        }
    }

    private static JsonNode read() {
        InputStream file = FrameContract.class.getResourceAsStream("/asyncapi/realtime.yaml");
        return new YAMLMapper().readTree(file);
    }

    /** Any payload of the messages of an operation. */
    private static Schema schemaOf(String operation) {
        ObjectNode schema = (ObjectNode) DOCUMENT.deepCopy();
        var anyOf = schema.putArray("oneOf");
        for (JsonNode reference : DOCUMENT.at("/operations/" + operation + "/messages")) {
            String channelMessage = reference.get("$ref").stringValue().substring(1);
            String message = DOCUMENT.at(channelMessage).get("$ref").stringValue();
            String payload =
                    DOCUMENT.at(message.substring(1)).at("/payload/$ref").stringValue();
            anyOf.addObject().put("$ref", payload);
        }
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    }
}
