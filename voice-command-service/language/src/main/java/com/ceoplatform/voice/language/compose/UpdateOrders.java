package com.ceoplatform.voice.language.compose;

import com.ceoplatform.voice.language.clause.Order;
import com.ceoplatform.voice.language.organisation.TaskStatus;
import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.Parameters.CreateTask;
import com.ceoplatform.voice.language.plan.Parameters.UpdateTasks;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Found;
import com.ceoplatform.voice.language.resolve.Unclear;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders that change tasks. What is said about a task that this sentence makes becomes part of making it. */
final class UpdateOrders {

    private final Composition composition;
    private final TaskOrders tasks;

    UpdateOrders(Composition composition, TaskOrders tasks) {
        this.composition = composition;
        this.tasks = tasks;
    }

    void update(Order order) {
        tasks.condition(order);
        List<Reference> targets =
                order.found("tasks").isPresent() ? composition.references(order, "tasks") : lastTasks();
        if (targets == null || targets.isEmpty()) {
            if (order.found("tasks").isEmpty()) {
                composition.draft.ask(
                        Unclear.missing(ReferenceKind.TASK, Unclear.Reason.MISSING, "task:" + order.from()));
            }
            // What else the order says is still part of the plan as far as it is known.
            changes(order, List.of());
            return;
        }
        if (unsaid(order)) {
            return;
        }
        if (order.count("n").isPresent() && order.option("unit").isPresent()) {
            new Postponement(composition)
                    .deadlines(order, targets)
                    .forEach((due, later) -> apply(new UpdateTasks(later, null, null, due, null, null, null)));
        } else if (order.found("removed").isPresent()) {
            replace(order, targets);
        } else {
            boolean moves = order.found("channel").isPresent();
            apply(changes(order, moves ? order.found("tasks").map(Found::whole).orElse(targets) : targets));
        }
    }

    /** "Move the counter design", "reassign the plan": asks when to, or to whom. */
    private boolean unsaid(Order order) {
        String needs = order.option("needs").orElse("");
        boolean said = Stream.of("due", "assignees", "channel", "priority")
                .anyMatch(slot -> order.matched().slot(slot).isPresent());
        if (needs.isEmpty() || said) {
            return false;
        }
        String key = "when:" + order.from();
        composition.draft.ask(
                needs.equals("when")
                        ? Unclear.missing(ReferenceKind.TASK, Unclear.Reason.MISSING_TIME, key)
                        : Unclear.missing(ReferenceKind.USER, Unclear.Reason.MISSING, key));
        return true;
    }

    /** "The welcome pack is obsolete, cancel it": it is the task, when this sentence named one that exists. */
    boolean cancelled(Order order) {
        List<Reference> meant = composition.salience().hasHere(ReferenceKind.TASK) ? lastTasks() : null;
        if (order.option("undo").isEmpty() || meant == null || meant.stream().anyMatch(Reference::isAction)) {
            return false;
        }
        apply(new UpdateTasks(meant, TaskStatus.CANCELLED, null, null, null, null, null));
        return true;
    }

    /** "Take Mike off", "replace Mike with Jennifer": the others stay. */
    private void replace(Order order, List<Reference> targets) {
        List<Reference> removed = or(composition.references(order, "removed"), List.of());
        List<Reference> added = or(composition.references(order, "added"), List.of());
        for (Reference target : targets) {
            Set<Reference> people = new LinkedHashSet<>();
            composition.scene.organisation().task(target.id()).stream()
                    .flatMap(task -> task.assigneeIds().stream())
                    .flatMap(id -> composition.scene.organisation().person(id).stream())
                    .map(Reference::to)
                    .filter(person -> removed == null || !removed.contains(person))
                    .forEach(people::add);
            people.addAll(added == null ? List.of() : added);
            apply(new UpdateTasks(List.of(target), null, null, null, null, List.copyOf(people), null));
        }
    }

    private @Nullable List<Reference> lastTasks() {
        String key = "missing:task:";
        return composition.scene.bindings().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> composition
                        .salience()
                        .last(ReferenceKind.TASK)
                        .map(entry -> entry.references())
                        .orElse(null));
    }

    UpdateTasks changes(Order order, List<Reference> targets) {
        Reference channel = composition.reference(order, "channel");
        List<Reference> assignees = composition.references(order, "assignees");
        List<Reference> more = composition.references(order, "add_assignees");
        TaskStatus status = order.option("status")
                .map(key -> TaskStatus.valueOf(key.toUpperCase(Locale.ROOT)))
                .orElse(null);
        if (order.option("deletion").isPresent()) {
            composition.draft.deleting();
        }
        return new UpdateTasks(
                targets, status, composition.priority(order), composition.due(order, "due"), channel, assignees, more);
    }

    void apply(UpdateTasks change) {
        List<Reference> made = change.tasks().stream().filter(this::fresh).toList();
        List<Reference> existing =
                change.tasks().stream().filter(task -> !fresh(task)).toList();
        made.forEach(task -> fold(task, change));
        if (!existing.isEmpty() && !nothing(change)) {
            append(with(change, existing));
        }
        if (!composition.blockers.isEmpty()) {
            change.tasks().forEach(task -> tasks.block(task, composition.blockers));
            composition.blockers = new ArrayList<>();
        }
    }

    private boolean fresh(Reference task) {
        return composition.draft.made(task, CreateTask.class).isPresent();
    }

    private static boolean nothing(UpdateTasks change) {
        return Stream.of(
                        change.status(),
                        change.priority(),
                        change.dueAt(),
                        change.channel(),
                        change.assignees(),
                        change.addAssignees())
                .allMatch(Objects::isNull);
    }

    private static UpdateTasks with(UpdateTasks change, List<Reference> targets) {
        return new UpdateTasks(
                targets,
                change.status(),
                change.priority(),
                change.dueAt(),
                change.channel(),
                change.assignees(),
                change.addAssignees());
    }

    private void fold(Reference task, UpdateTasks change) {
        CreateTask create = composition.draft.made(task, CreateTask.class).orElseThrow();
        composition.draft.replace(
                Draft.index(task),
                new CreateTask(
                        create.title(),
                        create.description(),
                        people(create.assignees(), change),
                        or(change.dueAt(), create.dueAt()),
                        or(change.priority(), create.priority()),
                        or(change.channel(), create.channel())));
        if (change.status() != null && change.status() != TaskStatus.PENDING) {
            append(new UpdateTasks(List.of(task), change.status(), null, null, null, null, null));
        }
    }

    private static @Nullable List<Reference> people(@Nullable List<Reference> before, UpdateTasks change) {
        if (change.assignees() != null) {
            return change.assignees();
        }
        if (change.addAssignees() == null) {
            return before;
        }
        Set<Reference> all = new LinkedHashSet<>(before == null ? List.of() : before);
        all.addAll(change.addAssignees());
        return List.copyOf(all);
    }

    /** Further changes to the same tasks, right after, are the same action. */
    private void append(UpdateTasks change) {
        boolean same = composition.draft.last() instanceof UpdateTasks last
                && last.tasks().equals(change.tasks());
        if (!same) {
            composition.draft.add(ActionType.TASK_UPDATE, change);
            return;
        }
        UpdateTasks last = (UpdateTasks) Objects.requireNonNull(composition.draft.last());
        composition.draft.replace(
                composition.draft.size() - 1,
                new UpdateTasks(
                        last.tasks(),
                        or(change.status(), last.status()),
                        or(change.priority(), last.priority()),
                        or(change.dueAt(), last.dueAt()),
                        or(change.channel(), last.channel()),
                        or(change.assignees(), last.assignees()),
                        or(change.addAssignees(), last.addAssignees())));
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first != null ? first : second;
    }
}
