package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.Deliveries.Audience;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A list of tasks and a new task in turn; what counts is the answer. */
final class ReadsAndWrites implements Scenario {

    private final Crowd crowd;
    private final Correlation.ByToken correlation;

    ReadsAndWrites(Crowd crowd, String run) {
        this.crowd = crowd;
        this.correlation = new Correlation.ByToken(run, Set.of(), "");
    }

    @Override
    public CompletableFuture<Integer> send(int operation) {
        Person person = crowd.person(operation);
        return isRead(operation)
                ? crowd.calls().get(person, "/tasks?limit=50")
                : crowd.calls().send(person, "POST", "/tasks", Map.of("title", correlation.token(operation)));
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
        return List.of(isRead(operation) ? "read" : "write");
    }

    private boolean isRead(int operation) {
        return operation % 2 == 0;
    }
}
