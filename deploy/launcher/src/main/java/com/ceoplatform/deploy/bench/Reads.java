package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.Deliveries.Audience;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What people look at all day, one kind after the other, each by another reader; what counts is the answer. */
final class Reads implements Scenario {

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "my tasks", reader -> "/tasks?assigneeId=" + reader.person().userId() + "&status=pending"),
            new Kind("tasks by due date", _ -> "/tasks?status=in_progress&sort=dueAt"),
            new Kind("tasks of a channel", reader -> "/tasks?channelId=" + reader.channelId()),
            new Kind("search in tasks", _ -> "/tasks?q=quarterly+budget"),
            new Kind("one task", reader -> "/tasks/" + reader.taskId()),
            new Kind("history of a task", reader -> "/tasks/" + reader.taskId() + "/activity"),
            new Kind("daily summary", _ -> "/tasks/reports/daily-summary"),
            new Kind("team status", _ -> "/tasks/reports/team-status"),
            new Kind("progress of a channel", reader -> "/tasks/reports/progress?channelId=" + reader.channelId()),
            new Kind("workload", _ -> "/tasks/reports/workload"),
            new Kind("my channels", _ -> "/channels?mine=true"),
            new Kind("one channel", reader -> "/channels/" + reader.channelId()),
            new Kind("messages of a channel", reader -> "/channels/" + reader.channelId() + "/messages"),
            new Kind("search, common words", _ -> "/messages/search?q=budget"),
            new Kind("search, a phrase", _ -> "/messages/search?q=%22quarterly+budget%22"),
            new Kind("search, a rare word", _ -> "/messages/search?q=zebra"),
            new Kind("unread", _ -> "/unread"),
            new Kind("notifications", _ -> "/notifications"),
            new Kind("people by name", _ -> "/users?q=ann"));

    private final Calls calls;
    private final List<Reader> readers;

    Reads(Calls calls, List<Reader> readers) {
        this.calls = calls;
        this.readers = List.copyOf(readers);
    }

    /**
     * Somebody with a channel that they are in and a task that they can see.
     *
     * @param ownTaskId a task that they made
     */
    record Reader(Person person, String channelId, String taskId, String ownTaskId) {}

    private record Kind(String name, Function<Reader, String> path) {}

    @Override
    public CompletableFuture<Integer> send(int operation) {
        Reader reader = readers.get((operation / KINDS.size()) % readers.size());
        return calls.get(reader.person(), kindOf(operation).path().apply(reader));
    }

    @Override
    public Correlation correlation() {
        return new Correlation.ByToken("", Set.of(), "");
    }

    @Override
    public Audience audience() {
        return (operation, receiver) -> false;
    }

    @Override
    public List<String> kinds(int operation) {
        return List.of("all reads", kindOf(operation).name());
    }

    private static Kind kindOf(int operation) {
        return KINDS.get(operation % KINDS.size());
    }
}
