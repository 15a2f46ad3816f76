package com.ceoplatform.e2e;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A steady trickle of messages and spoken commands. Whoever sends repeats a request under its own key until it is answered, as
 * a good client does; what was answered with success counts as accepted.
 */
final class Traffic {

    private final Person person;
    private final String channel;
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final Map<String, String> commands = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopped;
    private int messages;

    Traffic(Person person, String channel) {
        this.person = person;
        this.channel = channel;
    }

    void start() {
        senders.execute(() -> repeat(this::message, 60));
        senders.execute(() -> repeat(this::sentence, 400));
    }

    void stop() throws InterruptedException {
        stopped = true;
        senders.shutdown();
        if (!senders.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("A request is still not answered after a minute");
        }
    }

    /** Contents of the messages that were accepted. */
    List<String> accepted() {
        return accepted;
    }

    /** Ids of the commands that were accepted, with the title of the task that each asks for. */
    Map<String, String> commands() {
        return commands;
    }

    private void message() {
        String content = "message " + ++messages;
        Answer answer = untilAnswered(
                "/channels/" + channel + "/messages",
                Map.of("content", content, "clientMessageId", UUID.randomUUID().toString()),
                Map.of());
        if (answer.status() < 300) {
            accepted.add(content);
        }
    }

    private void sentence() {
        String title = "Crash probe " + UUID.randomUUID().toString().substring(0, 8);
        Answer answer = untilAnswered(
                "/voice/commands",
                Map.of("transcript", "Create a task called \"" + title + "\""),
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Prefer", "wait=5"));
        if (answer.status() < 300) {
            commands.put(
                    answer.id(),
                    answer.body()
                            .path("plan")
                            .path("actions")
                            .path(0)
                            .path("parameters")
                            .path("title")
                            .asString(title));
        }
    }

    private Answer untilAnswered(String path, Map<String, ?> body, Map<String, String> headers) {
        Map<String, String> all = new java.util.HashMap<>(headers);
        all.put("Content-Type", "application/json");
        String text = Person.JSON.writeValueAsString(body);
        for (int attempt = 0; ; attempt++) {
            try {
                Answer answer = person.trySend("POST", path, BodyPublishers.ofString(text), all);
                if (answer.status() < 500 && answer.status() != 429 && answer.status() != 401) {
                    return answer;
                }
                if (attempt > 200) {
                    return answer;
                }
            } catch (IOException gone) {
                if (attempt > 200) {
                    throw new IllegalStateException(path + " is never answered", gone);
                }
            }
            pause(200);
        }
    }

    private void repeat(Runnable step, int pauseMillis) {
        while (!stopped) {
            step.run();
            pause(pauseMillis);
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
