package com.ceoplatform.notification.rule;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.subscription.Subscription;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.notification.Withdrawal;
import com.ceoplatform.notification.telling.Notice;
import com.ceoplatform.notification.telling.Teller;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who is told of tasks: their assignees of the assignment and the deadline, their watchers of the status, and everybody on them
 * of comments. A task that is created with assignees says so itself; {@code task.assigned} only tells of later ones, so that
 * one assignment is one notification.
 */
@Component
class TaskRules {

    private static final Set<NotificationKind> DEADLINE =
            EnumSet.of(NotificationKind.TASK_DUE, NotificationKind.TASK_OVERDUE);
    private static final Set<NotificationKind> OF_ASSIGNEES =
            EnumSet.of(NotificationKind.TASK_ASSIGNED, NotificationKind.TASK_DUE, NotificationKind.TASK_OVERDUE);

    private final Teller teller;
    private final Withdrawal withdrawal;

    TaskRules(Teller teller, Withdrawal withdrawal) {
        this.teller = requireNonNull(teller, "teller is null");
        this.withdrawal = requireNonNull(withdrawal, "withdrawal is null");
    }

    void addTo(Subscription.Builder subscription) {
        subscription
                .on(
                        "task.created",
                        TaskSeen.class,
                        event -> assigned(event, event.data().assigneeIds()))
                .on(
                        "task.assigned",
                        TaskSeen.class,
                        event -> assigned(event, event.data().people()))
                .on("task.unassigned", TaskSeen.class, event -> unassigned(event.data()))
                .on("task.updated", TaskSeen.class, TaskSeen::hasNewDeadline, event -> endDeadline(event.data()))
                .on("task.status_changed", TaskSeen.class, this::statusChanged)
                .on("task.reminder_due", TaskSeen.class, this::dueSoon)
                .on("task.overdue", TaskSeen.class, this::overdue)
                .on(
                        "task.deleted",
                        TaskSeen.class,
                        event -> withdrawal.ofSubject(event.data().id()))
                .on("task.commented", TaskSeen.class, this::commented);
    }

    private void assigned(Event<TaskSeen> event, Collection<UUID> assignees) {
        TaskSeen task = event.data();
        teller.tell(
                Notice.of(
                        NotificationKind.TASK_ASSIGNED,
                        actor -> actor + " assigned you a task",
                        task.title(),
                        task.subject(),
                        assignees),
                event);
    }

    private void unassigned(TaskSeen task) {
        withdrawal.ofSubject(task.id(), OF_ASSIGNEES, task.people());
    }

    private void endDeadline(TaskSeen task) {
        withdrawal.ofSubject(task.id(), DEADLINE);
    }

    private void statusChanged(Event<TaskSeen> event) {
        TaskSeen task = event.data();
        if (task.isOver()) {
            endDeadline(task);
        }
        Set<UUID> watching = new HashSet<>(task.watchers());
        watching.add(task.createdBy());
        String status = task.status().replace('_', ' ');
        teller.tell(
                Notice.of(
                        NotificationKind.TASK_STATUS,
                        actor -> actor + " set a task to " + status,
                        task.title(),
                        task.subject(),
                        watching),
                event);
    }

    private void dueSoon(Event<TaskSeen> event) {
        TaskSeen task = event.data();
        teller.tellFor(
                null,
                Notice.of(
                        NotificationKind.TASK_DUE,
                        nobody -> "A task is due soon",
                        task.title(),
                        task.subject(),
                        task.people()));
    }

    /** That it was to be due soon is old news then. */
    private void overdue(Event<TaskSeen> event) {
        TaskSeen task = event.data();
        withdrawal.ofSubject(task.id(), EnumSet.of(NotificationKind.TASK_DUE), task.people());
        teller.tellFor(
                null,
                Notice.of(
                        NotificationKind.TASK_OVERDUE,
                        nobody -> "A task is overdue",
                        task.title(),
                        task.subject(),
                        task.people()));
    }

    private void commented(Event<TaskSeen> event) {
        TaskSeen task = event.data();
        TaskSeen.Comment comment = task.comment();
        if (comment == null) {
            return;
        }
        List<UUID> mentioned = comment.mentionedUserIds();
        String words = Excerpt.of(comment.content());
        teller.tell(
                Notice.of(
                        NotificationKind.MENTION,
                        actor -> actor + " mentioned you in a comment on " + task.title(),
                        words,
                        task.subject(),
                        mentioned),
                event);
        Set<UUID> others = task.everybody();
        mentioned.forEach(others::remove);
        teller.tell(
                Notice.of(
                        NotificationKind.TASK_COMMENT,
                        actor -> actor + " commented on " + task.title(),
                        words,
                        task.subject(),
                        others),
                event);
    }
}
