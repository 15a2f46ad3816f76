package com.ceoplatform.voice.language.compose;

import com.ceoplatform.voice.language.clause.Order;
import com.ceoplatform.voice.language.date.LeadTime;
import com.ceoplatform.voice.language.organisation.Task;
import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.Parameters;
import com.ceoplatform.voice.language.plan.Parameters.CreateReminder;
import com.ceoplatform.voice.language.plan.Parameters.CreateTask;
import com.ceoplatform.voice.language.plan.Parameters.ScheduleMeeting;
import com.ceoplatform.voice.language.plan.Parameters.UpdateTasks;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Unclear;
import com.ceoplatform.voice.language.resolve.Unclear.Reason;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reminders, at a moment that was said or some time before a meeting or a deadline. */
final class ReminderOrders {

    private final Composition composition;

    ReminderOrders(Composition composition) {
        this.composition = composition;
    }

    /** A meeting or a task, and when it is. */
    private record Event(String title, OffsetDateTime at) {}

    void reminder(Order order) {
        List<Reference> audience = composition.references(order, "users");
        Optional<LeadTime> ahead = order.matched().value("ahead", LeadTime.class);
        Optional<Event> event = ahead.flatMap(time -> event(order));
        String about = order.span("content")
                .map(composition.titles::content)
                .or(() -> event.map(Event::title))
                .orElse("");
        Optional<OffsetDateTime> at = ahead.isPresent()
                ? event.map(it -> ahead.get().before(it.at(), composition.zone()))
                : composition.when(order, "due").map(when -> when.start(composition.zone()));
        if (at.isEmpty() && (ahead.isPresent() || !about.isEmpty())) {
            composition.draft.ask(Unclear.missing(ReferenceKind.REMINDER, Reason.MISSING_TIME, "when:" + order.from()));
        } else if (at.isEmpty() || about.isEmpty()) {
            composition.draft.ask(
                    Unclear.missing(ReferenceKind.REMINDER, Reason.MISSING_CONTENT, "about:" + order.from()));
        } else {
            composition.draft.add(
                    ActionType.REMINDER_CREATE,
                    new CreateReminder(about, audience == null ? List.of(composition.speaker()) : audience, at.get()));
        }
    }

    /** The task that was named, else the last thing with a moment of its own in this sentence, else in the one before. */
    private Optional<Event> event(Order order) {
        Reference task = composition.reference(order, "tasks");
        if (task != null) {
            return due(task);
        }
        return Stream.of(composition.draft.plan(), composition.scene.lastPlan())
                .flatMap(plan -> plan.reversed().stream())
                .map(PlannedAction::parameters)
                .flatMap(parameters -> event(parameters).stream())
                .findFirst()
                .or(() -> composition
                        .salience()
                        .last(ReferenceKind.TASK)
                        .flatMap(entry -> due(entry.references().getFirst())));
    }

    private static Optional<Event> event(Parameters parameters) {
        return switch (parameters) {
            case ScheduleMeeting meeting -> Optional.of(new Event(meeting.title(), meeting.startAt()));
            case CreateTask task when task.dueAt() != null -> Optional.of(new Event(task.title(), task.dueAt()));
            case UpdateTasks update
            when update.dueAt() != null ->
                Optional.of(new Event(update.tasks().getFirst().label(), update.dueAt()));
            default -> Optional.empty();
        };
    }

    private Optional<Event> due(Reference task) {
        ZoneId zone = composition.zone();
        Optional<OffsetDateTime> made =
                composition.draft.made(task, CreateTask.class).map(CreateTask::dueAt);
        return made.or(() -> composition
                        .scene
                        .organisation()
                        .task(task.id())
                        .map(Task::dueAt)
                        .map(at -> at.atZone(zone).toOffsetDateTime()))
                .map(at -> new Event(task.label(), at));
    }
}
