package com.ceoplatform.common.test.http;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI 3.1 document as a promise: fails for operations, statuses, media types and bodies that it does not speak
 * of. Objects may only have the fields that are described, unless the document says that they may have more.
 */
public final class ApiContract {

    /** What may answer a request that no operation is meant for. */
    private static final Set<Integer> NO_OPERATION = Set.of(400, 401, 404, 405);

    private final JsonNode document;
    private final Map<PathPattern, JsonNode> paths = new TreeMap<>();
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDialect(
            Dialects.getOpenApi31(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private ApiContract(JsonNode document) {
        this.document = ClosedSchemas.of(document);
        PathPatternParser parser = new PathPatternParser();
        document.path("paths").properties().forEach(path -> paths.put(parser.parse(path.getKey()), path.getValue()));
    }

    /** @param document as the service publishes it at {@code /v3/api-docs} */
    public static ApiContract of(JsonNode document) {
        if (!document.path("paths").isObject()) {
            throw new AssertionError("The service publishes no OpenAPI document: " + document);
        }
        return new ApiContract(document);
    }

    /** Fails unless the document says that this request may be answered like this. */
    public void verify(String method, String address, Answer answer) {
        String exchange = method + " " + address + " -> " + answer;
        Optional<JsonNode> operation = operation(method, address);
        if (operation.isEmpty()) {
            boolean promised = address.startsWith("/api/") && !NO_OPERATION.contains(answer.status());
            require(!promised, "The OpenAPI document has no such operation", exchange);
            return;
        }
        JsonNode responses = operation.get().path("responses");
        JsonNode response = resolve(responses.path(String.valueOf(answer.status())));
        require(response.isObject(), "Only these statuses are documented: " + responses.propertyNames(), exchange);
        if (!method.equals("HEAD")) {
            verifyBody(response.path("content"), answer, exchange);
        }
    }

    /** Fails when a refusal, by whichever address, has another form than the document gives to all refusals. */
    public void verifyRefusal(String method, String address, Answer answer) {
        if (answer.status() < 400 || method.equals("HEAD")) {
            return;
        }
        String exchange = method + " " + address + " -> " + answer;
        require(answer.mediaType().equals("application/problem+json"), "Not a problem detail", exchange);
        List<Error> errors = schema(document.at("/components/schemas/Problem")).validate(answer.body());
        require(errors.isEmpty(), "Not the problem that is documented: " + errors, exchange);
    }

    /** A HEAD request is a GET whose answer has no body. */
    private Optional<JsonNode> operation(String method, String address) {
        PathContainer path = PathContainer.parsePath(address.split("\\?", 2)[0]);
        return paths.entrySet().stream()
                .filter(entry -> entry.getKey().matches(path))
                .findFirst()
                .map(entry -> entry.getValue()
                        .get(method.equals("HEAD") ? "get" : method.toLowerCase(java.util.Locale.ROOT)));
    }

    private void verifyBody(JsonNode content, Answer answer, String exchange) {
        if (answer.bytes().length == 0) {
            boolean bodyless = content.isEmpty() || Set.of(204, 304).contains(answer.status());
            require(bodyless, "A body is documented", exchange);
            return;
        }
        require(!content.isEmpty(), "No body is documented", exchange);
        JsonNode described = mediaType(content, answer.mediaType());
        require(described.isObject(), "Only these media types are documented: " + content.propertyNames(), exchange);
        if (Answer.isJson(answer.mediaType()) && described.has("schema")) {
            List<Error> errors = schema(described.get("schema")).validate(answer.body());
            require(errors.isEmpty(), "Not the body that is documented: " + errors, exchange);
        }
    }

    private static JsonNode mediaType(JsonNode content, String mediaType) {
        return content.path(content.has(mediaType) ? mediaType : "*/*");
    }

    /** The schema beside the components that it may refer to. */
    private Schema schema(JsonNode schema) {
        return schemas.computeIfAbsent(schema, _ -> {
            ObjectNode complete = ((ObjectNode) document).objectNode();
            complete.set("components", document.path("components"));
            complete.putArray("allOf").add(schema);
            return registry.getSchema(complete);
        });
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").stringValue().substring(1)) : node;
    }

    private static void require(boolean condition, String complaint, String exchange) {
        if (!condition) {
            throw new AssertionError(complaint + "\n  " + exchange);
        }
    }
}
