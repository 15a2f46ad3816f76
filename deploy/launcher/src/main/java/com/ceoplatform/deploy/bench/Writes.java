package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.Deliveries.Audience;
import com.ceoplatform.deploy.bench.Reads.Reader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What people of the organisation write all day, one kind after the other, each by another of them; what counts is the answer. */
final class Writes implements Scenario {

    private static final List<String> PRIORITIES = List.of("low", "medium", "high", "urgent", "critical");
    private static final String ALL = "all writes";

    private final Calls calls;
    private final List<Reader> writers;
    private final Correlation.ByToken correlation;

    Writes(Calls calls, List<Reader> writers, String run) {
        this.calls = calls;
        this.writers = List.copyOf(writers);
        this.correlation = new Correlation.ByToken(run, Set.of(), "");
    }

    private enum Kind {
        CREATE("create a task"),
        CHANGE("change a task"),
        POST("post a message"),
        READ("mark as read");

        private final String row;

        Kind(String row) {
            this.row = row;
        }
    }

    @Override
    public CompletableFuture<Integer> send(int operation) {
        int turn = operation / Kind.values().length;
        Reader writer = writers.get(turn % writers.size());
        Person person = writer.person();
        String text = correlation.token(operation);
        return switch (kindOf(operation)) {
            case CREATE -> calls.send(person, "POST", "/tasks", task(writer, text));
            case CHANGE ->
                calls.send(
                        person,
                        "PATCH",
                        "/tasks/" + writer.ownTaskId(),
                        Map.of("priority", PRIORITIES.get(turn / writers.size() % PRIORITIES.size())));
            case POST ->
                calls.send(person, "POST", "/channels/" + writer.channelId() + "/messages", Map.of("content", text));
            case READ -> calls.send(person, "POST", "/channels/" + writer.channelId() + "/read", Map.of());
        };
    }

    private static Map<String, ?> task(Reader writer, String title) {
        return Map.of("title", title, "assigneeIds", List.of(writer.person().userId()), "priority", "high");
    }

    @Override
    public Correlation correlation() {
        return correlation;
    }

    @Override
    public Audience audience() {
        return (operation, receiver) -> false;
    }

    @Override
    public List<String> kinds(int operation) {
        return List.of(ALL, kindOf(operation).row);
    }

    private static Kind kindOf(int operation) {
        return Kind.values()[operation % Kind.values().length];
    }
}
