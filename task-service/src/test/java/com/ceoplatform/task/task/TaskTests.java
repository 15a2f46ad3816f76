package com.ceoplatform.task.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.task.task.OpenBlockers.Blocker;
import com.ceoplatform.task.view.TaskPriority;
import com.ceoplatform.task.view.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskTests {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final UUID creator = Ids.next();
    private final Task task = Task.create(Ids.next(), creator, NOW);
    private final OpenBlockers blocked =
            new OpenBlockers(List.of(new Blocker(Ids.next(), "Budget", TaskStatus.PENDING)), 0);

    @Test
    void startsPendingOfMediumPriorityAndNobodys() {
        assertThat(task.status()).isEqualTo(TaskStatus.PENDING);
        assertThat(task.priority()).isEqualTo(TaskPriority.MEDIUM);
        assertThat(task.participants().assigneeIds()).isEmpty();
        assertThat(task.version()).isZero();
    }

    @Test
    void remembersWhenItWasCompletedUntilItIsReopened() {
        task.moveTo(TaskStatus.COMPLETED, OpenBlockers.NONE, LATER);
        assertThat(task.response(List.of()).completedAt()).isEqualTo(LATER);

        task.moveTo(TaskStatus.COMPLETED, OpenBlockers.NONE, LATER.plusSeconds(5));
        assertThat(task.response(List.of()).completedAt()).isEqualTo(LATER);

        task.moveTo(TaskStatus.IN_PROGRESS, OpenBlockers.NONE, LATER);
        assertThat(task.response(List.of()).completedAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_PROGRESS", "REVIEW", "COMPLETED"})
    void doesNotGoOnBeforeItsBlockers(TaskStatus next) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> task.moveTo(next, blocked, LATER))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("task_blocked");
                    assertThat(refusal.properties()).containsEntry("blockers", blocked.visible());
                });
        assertThat(task.status()).isEqualTo(TaskStatus.PENDING);
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "ON_HOLD", "CANCELLED"})
    void mayWaitOrBeGivenUpWhileItIsBlocked(TaskStatus next) {
        task.moveTo(next, blocked, LATER);

        assertThat(task.status()).isEqualTo(next);
    }

    @Test
    void countsBlockersThatMustNotBeNamed() {
        assertThatThrownBy(() -> task.moveTo(TaskStatus.REVIEW, new OpenBlockers(List.of(), 2), LATER))
                .hasMessage("The task waits for 2 tasks that must be completed first. You may not see 2 of them.");
    }

    @Test
    void assignsEveryoneOnceInTheirOrder() {
        UUID first = Ids.next();
        UUID second = Ids.next();

        task.involve(task.participants().assigned(List.of(second, first, second)));

        assertThat(task.participants().assigneeIds()).containsExactly(second, first);
    }

    @Test
    void isNotItsOwnSubtask() {
        assertThatThrownBy(() -> task.nestUnder(task.id())).isInstanceOf(DomainException.class);
    }

    @Test
    void everyChangeIsLaterThanTheOneBefore() {
        task.touch(NOW.minusSeconds(5));

        assertThat(task.response(List.of()).updatedAt()).isAfter(NOW);
    }

    @Test
    void isDeletedOnce() {
        task.delete(LATER);
        task.delete(LATER.plusSeconds(1));

        assertThat(task.isDeleted()).isTrue();
    }

    @Test
    void concernsThoseWhoSeeItWithoutWatching() {
        UUID assignee = Ids.next();
        task.involve(task.participants().assigned(List.of(assignee)));

        assertThat(task.concerns(creator)).isTrue();
        assertThat(task.concerns(assignee)).isTrue();
        assertThat(task.concerns(Ids.next())).isFalse();
    }
}
