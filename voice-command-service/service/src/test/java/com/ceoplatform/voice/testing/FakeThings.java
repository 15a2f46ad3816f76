package com.ceoplatform.voice.testing;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.json.PlatformJson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Channels, tasks and messages with versions, and what REST says of them. Not safe for concurrent use. */
final class FakeThings {

    static final JsonMapper MAPPER = PlatformJson.mapper();

    private final Map<String, ObjectNode> things = new HashMap<>();

    /**
     * @param path its parts after the version of the API
     * @param ifMatch the version that the caller expects
     */
    record Request(
            String method, List<String> path, @Nullable String ifMatch, ObjectNode body) {}

    record Answer(int status, @Nullable JsonNode body) {}

    static ObjectNode read(byte[] body) {
        return body.length == 0 ? MAPPER.createObjectNode() : (ObjectNode) MAPPER.readTree(body);
    }

    void clear() {
        things.clear();
    }

    List<ObjectNode> all(String kind) {
        return things.values().stream()
                .filter(thing -> thing.path("kind").asString().equals(kind))
                .map(ObjectNode::deepCopy)
                .toList();
    }

    ObjectNode find(String id) {
        return things.get(id).deepCopy();
    }

    void change(String id, String field, String value) {
        things.get(id).put(field, value);
        bump(things.get(id));
    }

    Answer answer(Request request) {
        ObjectNode body = request.body();
        String method = request.method();
        List<String> path = request.path();
        String kind = path.get(0).substring(0, path.get(0).length() - 1);
        if (path.size() == 1) {
            return method.equals("POST") ? new Answer(201, create(kind, body).deepCopy()) : page(kind);
        }
        if (path.get(1).equals("reports")) {
            return new Answer(200, MAPPER.readTree("{\"figures\":{\"open\":3,\"overdue\":1},\"people\":[]}"));
        }
        if (path.get(1).equals("direct")) {
            return new Answer(201, create("message", body).deepCopy());
        }
        ObjectNode thing = things.get(path.get(1));
        if (thing == null) {
            return problem(404, kind + "_not_found");
        }
        return path.size() == 2 ? one(request, thing, body) : part(method, thing, path, body);
    }

    private Answer page(String kind) {
        ArrayNode items = MAPPER.createArrayNode();
        things.values().stream()
                .filter(thing -> thing.path("kind").asString().equals(kind))
                .forEach(items::add);
        ObjectNode page = MAPPER.createObjectNode().putNull("nextCursor");
        page.set("items", items);
        return new Answer(200, page);
    }

    private Answer one(Request request, ObjectNode thing, ObjectNode body) {
        return switch (request.method()) {
            case "GET" -> new Answer(200, thing.deepCopy());
            case "DELETE" -> {
                things.remove(thing.path("id").asString());
                yield new Answer(204, null);
            }
            default -> {
                String expected = request.ifMatch();
                if (expected != null
                        && !expected.equals("\"" + thing.path("version").asLong() + "\"")) {
                    yield problem(412, "stale_version");
                }
                thing.setAll(body);
                bump(thing);
                yield new Answer(200, thing.deepCopy());
            }
        };
    }

    private Answer part(String method, ObjectNode thing, List<String> path, ObjectNode body) {
        return switch (path.get(2)) {
            case "archive", "unarchive" -> {
                thing.put("status", path.get(2).equals("archive") ? "archived" : "active");
                bump(thing);
                yield new Answer(200, thing.deepCopy());
            }
            case "messages" -> new Answer(201, create("message", body).deepCopy());
            case "comments" ->
                switch (method) {
                    case "GET" ->
                        path.size() == 4
                                ? new Answer(200, things.get(path.get(3)).deepCopy())
                                : new Answer(200, MAPPER.createObjectNode().set("items", MAPPER.createArrayNode()));
                    case "DELETE" -> {
                        things.remove(path.get(3));
                        yield new Answer(204, null);
                    }
                    default -> new Answer(201, create("comment", body).deepCopy());
                };
            case "members" -> members(method, thing, path, body);
            default -> problem(404, "not_found");
        };
    }

    private Answer members(String method, ObjectNode thing, List<String> path, ObjectNode body) {
        ArrayNode members = (ArrayNode) thing.path("memberIds");
        switch (method) {
            case "POST" -> body.path("userIds").forEach(members::add);
            case "DELETE" -> {
                List<JsonNode> left = new ArrayList<>();
                members.forEach(member -> {
                    if (!member.asString().equals(path.get(3))) {
                        left.add(member);
                    }
                });
                members.removeAll();
                members.addAll(left);
            }
            default -> {
                ArrayNode items = MAPPER.createArrayNode();
                members.forEach(member ->
                        items.addObject().put("userId", member.asString()).put("role", "member"));
                return new Answer(200, MAPPER.createObjectNode().set("items", items));
            }
        }
        return new Answer(200, MAPPER.createObjectNode());
    }

    ObjectNode create(String kind, ObjectNode fields) {
        String id = Ids.next().toString();
        ObjectNode thing =
                MAPPER.createObjectNode().put("id", id).put("kind", kind).put("version", 0);
        thing.put("createdAt", Clock.systemUTC().instant().toString());
        if (kind.equals("channel")) {
            thing.put("type", "project").put("privacy", "public").put("status", "active");
            thing.putArray("memberIds");
        }
        if (kind.equals("task")) {
            thing.put("status", "pending").put("priority", "medium");
            thing.putArray("assigneeIds");
            thing.putArray("blockedBy");
            thing.putNull("dueAt");
            thing.putNull("channelId");
        }
        thing.setAll(fields);
        things.put(id, thing);
        return thing;
    }

    private static void bump(ObjectNode thing) {
        thing.put("version", thing.path("version").asLong() + 1);
    }

    static Answer problem(int status, String code) {
        return new Answer(
                status,
                MAPPER.createObjectNode()
                        .put("status", status)
                        .put("code", code)
                        .put("detail", "The test wants " + code + "."));
    }
}
