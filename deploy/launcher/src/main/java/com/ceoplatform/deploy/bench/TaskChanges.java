package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.Deliveries.Audience;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Changes of tasks in a channel, to all of its members. Every other change of a task is one of its status too. */
final class TaskChanges implements Scenario {

    private static final List<Map<String, String>> TURNS =
            List.of(Map.of(), Map.of("status", "in_progress"), Map.of(), Map.of("status", "pending"));

    private final Crowd crowd;
    private final List<String> taskIds;
    private final Correlation.ByToken correlation;

    /** @param taskIds of tasks in the channel; the person of the same index is assigned to each */
    TaskChanges(Crowd crowd, List<String> taskIds, String run) {
        this.crowd = crowd;
        this.taskIds = List.copyOf(taskIds);
        this.correlation = new Correlation.ByToken(run, Set.of("task.updated", "task.status_changed"), "version");
    }

    @Override
    public CompletableFuture<Integer> send(int operation) {
        int task = operation % taskIds.size();
        return crowd.calls().send(crowd.person(task), "PATCH", "/tasks/" + taskIds.get(task), change(operation));
    }

    @Override
    public Correlation correlation() {
        return correlation;
    }

    @Override
    public Audience audience() {
        return (operation, receiver) -> true;
    }

    private Map<String, String> change(int operation) {
        Map<String, String> change = new HashMap<>(TURNS.get(operation / taskIds.size() % TURNS.size()));
        change.put("description", correlation.token(operation));
        return change;
    }
}
