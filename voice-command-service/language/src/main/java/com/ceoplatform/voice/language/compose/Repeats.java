package com.ceoplatform.voice.language.compose;

import com.ceoplatform.voice.language.clause.Order;
import com.ceoplatform.voice.language.plan.Parameters;
import com.ceoplatform.voice.language.plan.Parameters.ArchiveChannel;
import com.ceoplatform.voice.language.plan.Parameters.ChangeMembers;
import com.ceoplatform.voice.language.plan.Parameters.CreateReminder;
import com.ceoplatform.voice.language.plan.Parameters.CreateTask;
import com.ceoplatform.voice.language.plan.Parameters.Query;
import com.ceoplatform.voice.language.plan.Parameters.SendMessage;
import com.ceoplatform.voice.language.plan.Parameters.UpdateTasks;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Do the same with the launch video", "tell Jennifer too", "and Hannah?": what was said last, for somebody or something else. */
final class Repeats {

    private final Composition composition;

    Repeats(Composition composition) {
        this.composition = composition;
    }

    /** False when nothing was said that could be done again with this. */
    boolean apply(Order order) {
        PlannedAction last = last();
        if (last == null) {
            return false;
        }
        List<Reference> people = composition.references(order, "users");
        List<Reference> tasks = composition.references(order, "tasks");
        Reference channel = composition.reference(order, "channel");
        Parameters again = people != null && !people.isEmpty()
                ? forPeople(last.parameters(), people)
                : tasks != null && !tasks.isEmpty()
                        ? forTasks(last.parameters(), tasks)
                        : channel != null ? forChannel(last.parameters(), channel) : null;
        boolean unclear = composition.draft.question().isPresent();
        if (again != null) {
            composition.draft.add(last.type(), again);
        }
        return again != null || unclear;
    }

    /** What was done last, in this sentence or the one before it. */
    @Nullable
    Parameters lastMade() {
        PlannedAction last = last();
        return last == null ? null : last.parameters();
    }

    private @Nullable PlannedAction last() {
        List<PlannedAction> here = composition.draft.plan();
        List<PlannedAction> before = here.isEmpty() ? composition.scene.lastPlan() : here;
        return before.isEmpty() ? null : before.getLast();
    }

    private static @Nullable Parameters forPeople(Parameters last, List<Reference> people) {
        return switch (last) {
            case SendMessage message -> new SendMessage(null, people, message.content(), message.priority());
            case CreateReminder reminder -> new CreateReminder(reminder.about(), people, reminder.at());
            case ChangeMembers change -> new ChangeMembers(change.channel(), people);
            case CreateTask task ->
                new CreateTask(task.title(), task.description(), people, task.dueAt(), task.priority(), task.channel());
            case Query query ->
                new Query(query.channel(), people, query.status(), query.priority(), query.title(), query.due());
            default -> null;
        };
    }

    private static @Nullable Parameters forTasks(Parameters last, List<Reference> tasks) {
        return last instanceof UpdateTasks update
                ? new UpdateTasks(
                        tasks,
                        update.status(),
                        update.priority(),
                        update.dueAt(),
                        update.channel(),
                        update.assignees(),
                        update.addAssignees())
                : null;
    }

    private static @Nullable Parameters forChannel(Parameters last, Reference channel) {
        return switch (last) {
            case ArchiveChannel ignored -> new ArchiveChannel(channel);
            case ChangeMembers change -> new ChangeMembers(channel, change.members());
            case SendMessage message -> new SendMessage(channel, null, message.content(), message.priority());
            case Query query ->
                new Query(channel, query.users(), query.status(), query.priority(), query.title(), query.due());
            default -> null;
        };
    }
}
