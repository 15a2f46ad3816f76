package com.ceoplatform.voice.language.compose;

import com.ceoplatform.voice.language.clause.Order;
import com.ceoplatform.voice.language.clause.SentenceReader;
import com.ceoplatform.voice.language.dialogue.Mention;
import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.Parameters;
import com.ceoplatform.voice.language.plan.Parameters.ChangeMembers;
import com.ceoplatform.voice.language.plan.Parameters.CreateChannel;
import com.ceoplatform.voice.language.plan.Parameters.CreateReminder;
import com.ceoplatform.voice.language.plan.Parameters.CreateTask;
import com.ceoplatform.voice.language.plan.Parameters.Query;
import com.ceoplatform.voice.language.plan.Parameters.ScheduleMeeting;
import com.ceoplatform.voice.language.plan.Parameters.SendMessage;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Salience;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.resolve.TaskFilter;
import com.ceoplatform.voice.language.resolve.Unclear;
import com.ceoplatform.voice.language.text.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the orders of one sentence into one plan. */
public final class Composer {

    private final Composition composition;
    private final TaskOrders tasks;
    private final UpdateOrders updates;
    private final ChannelOrders channels;
    private final OtherOrders others;
    private final ReminderOrders reminders;
    private final QueryOrders queries;
    private final Amendments amendments;
    private final Repeats repeats;
    private boolean misplaced;
    private String lastAction = "";

    public Composer(Scene scene, SentenceReader reader) {
        this.composition = new Composition(scene, reader);
        this.tasks = new TaskOrders(composition);
        this.updates = new UpdateOrders(composition, tasks);
        this.channels = new ChannelOrders(composition);
        this.others = new OtherOrders(composition);
        this.reminders = new ReminderOrders(composition);
        this.queries = new QueryOrders(composition);
        this.amendments = new Amendments(composition, updates, channels);
        this.repeats = new Repeats(composition);
    }

    /**
     * The plan and what it still needs.
     *
     * @param deletion the speaker said delete
     */
    public record Composed(
            List<PlannedAction> plan, Optional<Unclear> question, boolean deletion, List<Mention> mentions) {}

    /** Null when a part of the sentence is no order: then none of it is done. */
    public @Nullable Composed compose() {
        boolean understood = composition.reader.read(this::apply) && !misplaced && conditionMet();
        List<PlannedAction> plan = understood ? composition.draft.plan() : List.of();
        return !understood || (plan.isEmpty() && composition.draft.question().isEmpty())
                ? null
                : new Composed(plan, composition.draft.question(), composition.draft.deletion(), mentions());
    }

    /** "... once the contract is signed", said last, is for the task before it; nothing else can wait. */
    private boolean conditionMet() {
        if (composition.blockers.isEmpty()) {
            return true;
        }
        List<Reference> waiting = tasks.waiting(composition.draft.last());
        waiting.forEach(task -> tasks.waitsAtLast(task, composition.blockers));
        return !waiting.isEmpty();
    }

    private void apply(Order order) {
        boolean slip = order.corrects()
                && order.action().contains(".")
                && order.action().equals(lastAction)
                && composition.draft.forgetLastOrder();
        if (slip) {
            composition.blockers = new ArrayList<>();
        }
        composition.draft.begin();
        lastAction = order.action();
        switch (order.action()) {
            case "crisis" -> composition.crisis = true;
            case "intro" -> intro(order);
            case "condition" -> tasks.condition(order);
            case "refine" -> refine(order);
            case "drop_last" -> composition.draft.removeLast();
            case "again" -> again(order);
            case "repeat" -> misplaced |= !repeats.apply(order);
            // A yes or an undo in the middle of orders is no order of a plan.
            case "dialogue.cancel" -> misplaced |= !updates.cancelled(order);
            case "dialogue.confirm", "dialogue.undo" -> misplaced = true;
            default -> apply(order, ActionType.of(order.action()));
        }
    }

    private void apply(Order order, ActionType type) {
        switch (type) {
            case CHANNEL_CREATE -> channels.create(order);
            case CHANNEL_ADD_MEMBERS, CHANNEL_REMOVE_MEMBERS -> channels.members(order, type);
            case CHANNEL_UPDATE -> channels.rename(order);
            case CHANNEL_ARCHIVE -> channels.archive(order);
            case TASK_CREATE -> tasks.create(order);
            case TASK_UPDATE -> updates.update(order);
            case TASK_ADD_DEPENDENCY -> tasks.depend(order);
            case TASK_COMMENT -> tasks.comment(order);
            case MESSAGE_SEND -> others.message(order);
            case REMINDER_CREATE -> reminders.reminder(order);
            case MEETING_SCHEDULE -> others.meeting(order);
            case FILE_REQUEST_UPLOAD -> others.upload(order);
            case QUERY_TEAM_STATUS, QUERY_PROGRESS, QUERY_TASKS, QUERY_WORKLOAD, QUERY_DAILY_SUMMARY ->
                query(order, type);
        }
    }

    private void query(Order order, ActionType type) {
        Optional<TaskFilter> wanted = order.matched().value("wanted", TaskFilter.class);
        if (wanted.isPresent()) {
            queries.wanted(order, wanted.get());
        } else {
            queries.ask(order, type);
        }
    }

    /** "For tomorrow: ..." is said of everything after it, else something is said about what was ordered before. */
    private void refine(Order order) {
        boolean before = order.matched()
                .slot("due")
                .filter(due -> due.from() <= 1 && composition.scene.transcript().gap(due.end()) == Gap.COLON)
                .isPresent();
        boolean place = composition.draft.size() == 0
                && order.found("channel").isPresent()
                && order.to() < composition.scene.transcript().size()
                && composition.scene.transcript().gap(order.to()) == Gap.COLON;
        if (before) {
            composition.day = order.when("due").orElse(null);
        } else if (place) {
            composition.place = composition.reference(order, "channel");
        } else {
            amendments.apply(order);
        }
    }

    /** "Get started on the Lisbon expansion": what follows is about it. */
    private void intro(Order order) {
        order.span("name").ifPresent(span -> composition.topic = span);
        composition.place = composition.reference(order, "channel");
        composition.references(order, "tasks");
        composition.references(order, "users");
        composition.meetings = order.option("meetings").isPresent();
        composition.day = order.when("due").orElse(null);
    }

    /** "... and one for customs": one more of what was made last. */
    private void again(Order order) {
        Parameters last = order.option("more").isPresent() ? repeats.lastMade() : composition.draft.last();
        misplaced |= (last == null && !composition.meetings) || last instanceof Query;
        if (order.found("users").isPresent()) {
            tellAgain(order);
        } else if (order.option("upload").isPresent()) {
            others.upload(order);
        } else if (order.option("joining").isPresent() && composition.draft.last() instanceof ChangeMembers) {
            channels.members(order, composition.draft.lastType());
        } else if (order.found("tasks").isPresent()) {
            updates.update(order);
        } else if (order.option("renames").isPresent()) {
            channels.rename(order);
        } else if (last instanceof CreateChannel) {
            channels.create(order);
        } else {
            tasks.create(order);
        }
    }

    /** "Tell Sarah that ... and Mike that ...", "ask Sarah to ... and Mike to ...". */
    private void tellAgain(Order order) {
        Parameters last = composition.draft.last();
        if (last instanceof ScheduleMeeting || (last == null && composition.meetings)) {
            others.meeting(order);
        } else if (last instanceof SendMessage) {
            others.message(order);
        } else if (last instanceof CreateReminder) {
            reminders.reminder(order);
        } else if (last instanceof CreateTask && order.option("infinitive").isPresent()) {
            tasks.create(order);
        } else {
            misplaced = true;
        }
    }

    /** What the next sentence may refer to; several things made together can also be meant together. */
    private List<Mention> mentions() {
        List<Mention> mentions = new ArrayList<>();
        for (Salience.Entry entry : composition.salience().entries()) {
            mentions.add(new Mention(entry.references()));
        }
        for (ReferenceKind kind : List.of(ReferenceKind.TASK, ReferenceKind.CHANNEL)) {
            List<Reference> made = composition.salience().created(kind);
            if (made.size() > 1) {
                mentions.add(new Mention(made));
            }
        }
        return mentions;
    }
}
