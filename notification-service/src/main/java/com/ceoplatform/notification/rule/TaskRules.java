package com.ceoplatform.notification.rule;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.subscription.Subscription;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.notification.Subject;
import com.ceoplatform.notification.notification.SubjectKind;
import com.ceoplatform.notification.notification.Withdrawal;
import com.ceoplatform.notification.telling.Notice;
import com.ceoplatform.notification.telling.Teller;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is told of tasks. A task that is created with assignees says so itself; {@code task.assigned} only tells of later ones,
 * so that one assignment is one notification.
 */
@Component
class TaskRules {

    private final Teller teller;
    private final Withdrawal withdrawal;

    TaskRules(Teller teller, Withdrawal withdrawal) {
        this.teller = requireNonNull(teller, "teller is null");
        this.withdrawal = requireNonNull(withdrawal, "withdrawal is null");
    }

    /**
     * What a task event says.
     *
     * @param userIds who was assigned or unassigned
     */
    record Task(
            UUID id,
            String title,
            List<UUID> assigneeIds,
            @Nullable UUID channelId,
            @Nullable List<UUID> userIds,
            @Nullable Comment comment) {

        List<UUID> people() {
            return userIds == null ? List.of() : userIds;
        }

        Subject subject() {
            return new Subject(SubjectKind.TASK, id, title, channelId);
        }
    }

    record Comment(String content, List<UUID> mentionedUserIds) {}

    void addTo(Subscription.Builder subscription) {
        subscription
                .on(
                        "task.created",
                        Task.class,
                        event -> assigned(event, event.data().assigneeIds()))
                .on(
                        "task.assigned",
                        Task.class,
                        event -> assigned(event, event.data().people()))
                .on("task.unassigned", Task.class, event -> unassigned(event.data()))
                .on(
                        "task.deleted",
                        Task.class,
                        event -> withdrawal.ofSubject(event.data().id()))
                .on("task.commented", Task.class, this::commented);
    }

    private void assigned(Event<Task> event, Collection<UUID> assignees) {
        Task task = event.data();
        teller.tell(
                Notice.of(
                        NotificationKind.TASK_ASSIGNED,
                        actor -> actor + " assigned you a task",
                        task.title(),
                        task.subject(),
                        assignees),
                event);
    }

    private void unassigned(Task task) {
        withdrawal.ofSubject(task.id(), NotificationKind.TASK_ASSIGNED, task.people());
    }

    private void commented(Event<Task> event) {
        Task task = event.data();
        if (task.comment() != null) {
            teller.tell(
                    Notice.of(
                            NotificationKind.MENTION,
                            actor -> actor + " mentioned you in a comment on " + task.title(),
                            Excerpt.of(task.comment().content()),
                            task.subject(),
                            task.comment().mentionedUserIds()),
                    event);
        }
    }
}
