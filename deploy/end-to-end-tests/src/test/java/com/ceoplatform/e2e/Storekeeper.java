package com.ceoplatform.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody who gives orders, and what they then see. */
record Storekeeper(Person person) {

    void channels(String... names) {
        for (String name : names) {
            person.post("/channels", Map.of("name", name, "privacy", "private")).expect(201);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> person.post(
                                    "/voice/commands",
                                    Map.of("transcript", "archive the " + name + " channel", "dryRun", true))
                            .body()
                            .path("status")
                            .asString()
                            .equals("planned"));
        }
    }

    JsonNode say(String sentence, String conversation) {
        return person.post(
                        "/voice/commands",
                        conversation == null
                                ? Map.of("transcript", sentence)
                                : Map.of("transcript", sentence, "conversationId", conversation),
                        Map.of("Prefer", "wait=10"))
                .expect(200)
                .body();
    }

    List<String> activeChannels(String name) {
        return items("/channels?q=" + name + "&status=active", "name");
    }

    JsonNode task(String title) {
        return person.get("/tasks?q=" + title.replace(' ', '+') + "&createdBy=" + person.id())
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(task -> task.path("title").asString().equals(title))
                .findFirst()
                .orElseThrow();
    }

    List<String> titles(String words) {
        return items("/tasks?q=" + words + "&createdBy=" + person.id(), "title");
    }

    /** What is in the conversations of two, without what was deleted. */
    List<String> directMessages() {
        List<String> all = new ArrayList<>();
        items("/channels?type=direct", "id").forEach(id -> all.addAll(messages("/channels/" + id + "/messages")));
        return all;
    }

    /** What people said there; the platform itself also tells of members and commands. */
    List<String> messages(String path) {
        return person.get(path)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(message -> message.path("type").asString().equals("text"))
                .filter(message -> !message.path("deletedAt").isString())
                .map(message -> message.path("content").asString())
                .toList();
    }

    List<String> items(String path, String field) {
        return person.get(path)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path(field).asString())
                .toList();
    }
}
