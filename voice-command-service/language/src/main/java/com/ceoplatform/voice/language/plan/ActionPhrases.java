package com.ceoplatform.voice.language.plan;

import com.ceoplatform.voice.language.organisation.TaskStatus;
import com.ceoplatform.voice.language.plan.Parameters.AddDependency;
import com.ceoplatform.voice.language.plan.Parameters.ArchiveChannel;
import com.ceoplatform.voice.language.plan.Parameters.ChangeMembers;
import com.ceoplatform.voice.language.plan.Parameters.Comment;
import com.ceoplatform.voice.language.plan.Parameters.CreateChannel;
import com.ceoplatform.voice.language.plan.Parameters.CreateReminder;
import com.ceoplatform.voice.language.plan.Parameters.CreateTask;
import com.ceoplatform.voice.language.plan.Parameters.Query;
import com.ceoplatform.voice.language.plan.Parameters.RequestUpload;
import com.ceoplatform.voice.language.plan.Parameters.ScheduleMeeting;
import com.ceoplatform.voice.language.plan.Parameters.SendMessage;
import com.ceoplatform.voice.language.plan.Parameters.UpdateChannel;
import com.ceoplatform.voice.language.plan.Parameters.UpdateTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an action does, once as an order ("archive ...") and once as done ("Archived ..."). */
final class ActionPhrases {

    private ActionPhrases() {}

    static String infinitive(PlannedAction action) {
        Verb verb = verb(action);
        return verb.order() + " " + verb.object();
    }

    static String done(PlannedAction action) {
        Verb verb = verb(action);
        return verb.done() + " " + verb.object();
    }

    private record Verb(String order, String done, String object) {}

    private static Verb verb(PlannedAction action) {
        return switch (action.parameters()) {
            case CreateChannel create ->
                new Verb("create", "created", "the channel " + create.name() + with(create.members()));
            case ChangeMembers change -> members(action.type(), change);
            case UpdateChannel update ->
                new Verb("rename", "renamed", update.channel().label() + " to " + update.name());
            case ArchiveChannel archive ->
                new Verb("archive", "archived", archive.channel().label());
            case CreateTask create ->
                new Verb("create", "created", "the task " + create.title() + forWhom(create.assignees()));
            case UpdateTasks update -> changes(update);
            case AddDependency dependency ->
                new Verb(
                        "make",
                        "made",
                        dependency.task().label() + " wait for " + Phrases.names(dependency.blockedBy(), "task"));
            case Comment comment ->
                new Verb("comment on", "commented on", comment.task().label());
            case SendMessage message -> new Verb("send", "sent", "a message to " + receivers(message));
            case CreateReminder reminder -> new Verb("set", "set", "a reminder for " + Phrases.when(reminder.at()));
            case ScheduleMeeting meeting ->
                new Verb("schedule", "scheduled", meeting.title() + " on " + Phrases.when(meeting.startAt()));
            case RequestUpload upload -> new Verb("request", "requested", "the file " + upload.name());
            case Query ignored -> new Verb("look up", "looked up", "the figures");
        };
    }

    private static Verb members(ActionType type, ChangeMembers change) {
        String people = Phrases.names(change.members(), "person");
        return type == ActionType.CHANNEL_ADD_MEMBERS
                ? new Verb("add", "added", people + " to " + change.channel().label())
                : new Verb(
                        "remove",
                        "removed",
                        people + " from " + change.channel().label());
    }

    private static String with(@Nullable List<Reference> members) {
        return members == null || members.isEmpty() ? "" : " with " + Phrases.names(members, "person");
    }

    private static String forWhom(@Nullable List<Reference> people) {
        return people == null || people.isEmpty() ? "" : " for " + Phrases.names(people, "person");
    }

    private static String receivers(SendMessage message) {
        return message.channel() != null
                ? message.channel().label()
                : Phrases.names(message.users() == null ? List.of() : message.users(), "person");
    }

    /** One change has a verb of its own; several are listed. */
    private static Verb changes(UpdateTasks update) {
        String tasks = Phrases.names(update.tasks(), "task");
        List<Verb> changes = Stream.of(
                        status(update, tasks),
                        priority(update, tasks),
                        due(update, tasks),
                        channel(update, tasks),
                        assigned(update, tasks),
                        added(update, tasks))
                .filter(Objects::nonNull)
                .toList();
        return changes.size() == 1 ? changes.getFirst() : new Verb("update", "updated", tasks + listed(update));
    }

    private static @Nullable Verb status(UpdateTasks update, String tasks) {
        TaskStatus status = update.status();
        return status == null
                ? null
                : switch (status) {
                    case CANCELLED -> new Verb("cancel", "cancelled", tasks);
                    case ON_HOLD -> new Verb("put", "put", tasks + " on hold");
                    case PENDING, IN_PROGRESS, REVIEW, COMPLETED ->
                        new Verb("mark", "marked", tasks + " as " + spoken(status));
                };
    }

    private static @Nullable Verb priority(UpdateTasks update, String tasks) {
        return update.priority() == null
                ? null
                : new Verb("set", "set", tasks + " to " + update.priority().wire() + " priority");
    }

    private static @Nullable Verb due(UpdateTasks update, String tasks) {
        return update.dueAt() == null
                ? null
                : new Verb("move", "moved", "the deadline of " + tasks + " to " + Phrases.when(update.dueAt()));
    }

    private static @Nullable Verb channel(UpdateTasks update, String tasks) {
        return update.channel() == null
                ? null
                : new Verb("move", "moved", tasks + " to " + update.channel().label());
    }

    private static @Nullable Verb assigned(UpdateTasks update, String tasks) {
        List<Reference> people = update.assignees();
        return people == null || people.isEmpty()
                ? null
                : new Verb("assign", "assigned", tasks + " to " + Phrases.names(people, "person"));
    }

    private static @Nullable Verb added(UpdateTasks update, String tasks) {
        List<Reference> people = update.addAssignees();
        return people == null || people.isEmpty()
                ? null
                : new Verb("add", "added", Phrases.names(people, "person") + " to " + tasks);
    }

    private static String listed(UpdateTasks update) {
        List<String> changes = new ArrayList<>();
        if (update.status() != null) {
            changes.add(spoken(update.status()));
        }
        if (update.priority() != null) {
            changes.add(update.priority().wire() + " priority");
        }
        if (update.dueAt() != null) {
            changes.add("due " + Phrases.when(update.dueAt()));
        }
        if (update.channel() != null) {
            changes.add("in " + update.channel().label());
        }
        Stream.of(update.assignees(), update.addAssignees())
                .filter(people -> people != null && !people.isEmpty())
                .forEach(people -> changes.add("for " + Phrases.names(people, "person")));
        return changes.isEmpty() ? "" : ": " + Phrases.list(changes);
    }

    private static String spoken(TaskStatus status) {
        return switch (status) {
            case REVIEW -> "in review";
            case PENDING, IN_PROGRESS, COMPLETED, CANCELLED, ON_HOLD ->
                status.wire().replace('_', ' ');
        };
    }
}
