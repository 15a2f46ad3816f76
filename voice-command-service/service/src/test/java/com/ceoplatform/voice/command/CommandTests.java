package com.ceoplatform.voice.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.voice.command.Effect.Irrevocable;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.testing.Plans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTests {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Lease LEASE = new Lease(Ids.next(), NOON.plusSeconds(6));
    private static final ActionOutcome MADE = ActionOutcome.of(
            new Reference(ReferenceKind.CHANNEL, "c1", "Launch"), List.of(new Irrevocable("c1", "Launch")));
    private static final ActionError REFUSED = new ActionError("forbidden", "You may not do this.");

    @Test
    void isCompletedWhenEveryActionIsDone() {
        Command command = executing();
        command.change("a1", action -> action.succeed(MADE));
        assertThat(command.allDone()).isFalse();

        command.change("a2", action -> action.succeed(MADE));
        command.complete(Replies.done(command), 85, NOON);

        assertThat(command.allDone()).isTrue();
        assertThat(command.status()).isEqualTo(CommandStatus.COMPLETED);
        assertThat(command.standing().undoableUntil()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
        assertThat(command.custody().credential()).isNull();
    }

    @Test
    void skipsWhatWasNotTriedWhenItRollsBack() {
        Command command = executing();
        command.change("a1", action -> action.fail(REFUSED));

        command.rollBack();

        assertThat(command.action("a2").status()).isEqualTo(ActionStatus.SKIPPED);
        assertThat(Settlement.of(command)).isEqualTo(Settlement.FAILED);
    }

    @Test
    void isRolledBackWhenAllThatWasDoneIsTakenBack() {
        Command command = failedAtTheSecond();
        command.change("a1", action -> action.takenBack(ActionStatus.ROLLED_BACK));

        assertThat(Settlement.of(command)).isEqualTo(Settlement.ROLLED_BACK);
    }

    @Test
    void isPartlyCompletedAndSaysWhatStands() {
        Command command = failedAtTheSecond();
        command.change("a1", action -> action.stands(new ActionError("irrevocable", "it cannot be taken back")));

        Settlement.of(command).apply(command, 10, NOON);

        assertThat(command.status()).isEqualTo(CommandStatus.PARTIALLY_COMPLETED);
        assertThat(command.standing().reply())
                .contains("You may not do this.")
                .contains("created the channel Launch (it cannot be taken back)");
    }

    @Test
    void isPartlyCompletedWhenNobodyKnowsWhatHappened() {
        Command command = executing();
        command.change("a1", action -> action.begin(List.of()));
        command.rollBack();
        command.change("a1", action -> action.giveUp(new ActionError("service_unavailable", "No answer.")));

        assertThat(Settlement.of(command)).isEqualTo(Settlement.PARTLY);
        assertThat(Replies.rolledBack(command)).contains("not known whether");
    }

    @Test
    void canBeConfirmedOnceAndInTime() {
        Command command = awaitingConfirmation();
        assertThatThrownBy(() -> command.confirm(NOON.plus(Duration.ofMinutes(2))))
                .isInstanceOf(DomainException.class)
                .extracting("code")
                .isEqualTo("confirmation_expired");

        command.confirm(NOON.plusSeconds(119));

        assertThatThrownBy(() -> command.confirm(NOON.plusSeconds(119)))
                .extracting("code")
                .isEqualTo("not_awaiting_confirmation");
    }

    @Test
    void canBeCancelledOnlyWhileItWaits() {
        Command command = awaitingConfirmation();
        command.cancel("Cancelled.", NOON);
        assertThat(command.status()).isEqualTo(CommandStatus.CANCELLED);

        assertThatThrownBy(() -> command.cancel("Cancelled.", NOON))
                .extracting("code")
                .isEqualTo("not_cancellable");
    }

    @Test
    void canBeUndoneForTenMinutesAndOnce() {
        Command command = completed();
        assertThatThrownBy(() -> command.startUndo(LEASE, "sealed", null, NOON.plus(Duration.ofMinutes(10))))
                .extracting("code")
                .isEqualTo("undo_expired");

        command.startUndo(LEASE, "sealed", null, NOON.plusSeconds(599));
        command.change("a1", action -> action.takenBack(ActionStatus.UNDONE));
        Settlement.of(command).apply(command, 10, NOON.plusSeconds(600));

        assertThat(command.status()).isEqualTo(CommandStatus.UNDONE);
        assertThat(command.standing().reply()).startsWith("Undone.").contains("Plan");
        assertThatThrownBy(() -> command.startUndo(LEASE, "sealed", null, NOON.plusSeconds(600)))
                .extracting("code")
                .isEqualTo("not_undoable");
    }

    @Test
    void staysUndoableWhenNothingCouldBeUndone() {
        Command command = completed();
        command.startUndo(LEASE, "sealed", null, NOON.plusSeconds(1));
        command.change("a1", action -> action.stands(new ActionError("service_unavailable", "no answer")));

        Settlement.of(command).apply(command, 10, NOON.plusSeconds(2));

        assertThat(command.status()).isEqualTo(CommandStatus.COMPLETED);
        assertThat(command.standing().undoableUntil()).isNotNull();
    }

    @Test
    void belongsToOneProcessUntilItsLeaseRunsOut() {
        Command command = executing();
        assertThatThrownBy(() -> command.requireHeldBy(Ids.next())).isInstanceOf(LeaseLostException.class);
        assertThat(command.abandoned(NOON)).isFalse();
        assertThat(command.abandoned(NOON.plusSeconds(7))).isTrue();

        command.custody().suspend(NOON);

        assertThat(command.abandoned(NOON.plusSeconds(7))).isFalse();
        assertThat(command.custody().credential()).isNull();
    }

    private static Command executing() {
        NewCommand said = new NewCommand(
                new NewCommand.Request("set it up", null, Surroundings.NONE, false), null, "set it up", null);
        Command command = Command.received(Ids.next(), Ids.next(), Ids.next(), said, NOON);
        command.plan(List.of(Plans.channel("a1", "Launch"), Plans.task("a2", "Plan", null)));
        command.execute(LEASE, "sealed", null);
        return command;
    }

    private static Command failedAtTheSecond() {
        Command command = executing();
        command.change("a1", action -> action.succeed(MADE));
        command.change("a2", action -> action.fail(REFUSED));
        command.rollBack();
        return command;
    }

    private static Command completed() {
        Command command = executing();
        command.change("a1", action -> action.succeed(MADE));
        command.change("a2", action -> action.succeed(MADE));
        command.complete("Done.", 1, NOON);
        return command;
    }

    private static Command awaitingConfirmation() {
        Command command = executing();
        command.askToConfirm("Shall I?", NOON);
        return command;
    }
}
