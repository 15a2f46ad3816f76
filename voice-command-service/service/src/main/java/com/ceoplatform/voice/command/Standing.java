package com.ceoplatform.voice.command;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a command has come, what its speaker was told of it, and what they may still say to it. */
@Embeddable
@SuppressWarnings("NullAway.Init") // JPA fills the fields
class Standing {

    static final Duration CONFIRMATION_VALID = Duration.ofMinutes(2);
    static final Duration UNDOABLE = Duration.ofMinutes(10);

    @Enumerated(EnumType.STRING)
    private CommandStatus status;

    @Enumerated(EnumType.STRING)
    private Phase phase;

    private @Nullable String reply;

    private @Nullable String suggestion;

    @Convert(converter = JsonColumn.OfClarification.class)
    private @Nullable Clarification clarification;

    @Convert(converter = JsonColumn.OfConfirmation.class)
    private @Nullable Confirmation confirmation;

    /** The command that this one, a yes, a no or an undo, was about. */
    private @Nullable UUID settlesId;

    private @Nullable Instant endedAt;

    private @Nullable Instant undoableUntil;

    static Standing received() {
        Standing standing = new Standing();
        standing.status = CommandStatus.EXECUTING;
        standing.phase = Phase.INTERPRETING;
        return standing;
    }

    boolean undecided() {
        return phase == Phase.INTERPRETING || status == CommandStatus.AWAITING_CLARIFICATION;
    }

    void execute() {
        status = CommandStatus.EXECUTING;
        phase = Phase.FORWARD;
        reply = null;
        endedAt = null;
    }

    void rollBack() {
        phase = Phase.ROLLING_BACK;
    }

    void ask(Clarification question) {
        clarification = question;
        rest(CommandStatus.AWAITING_CLARIFICATION, question.question());
    }

    /** The question is answered, or of no interest any more. */
    void answered() {
        clarification = null;
        suggestion = null;
    }

    void askToConfirm(String readBack, Instant now) {
        confirmation = new Confirmation(readBack, now.plus(CONFIRMATION_VALID));
        rest(CommandStatus.AWAITING_CONFIRMATION, readBack);
    }

    void confirm(Instant now) {
        if (status != CommandStatus.AWAITING_CONFIRMATION || confirmation == null) {
            throw DomainException.conflict(
                    "not_awaiting_confirmation", "This command does not wait for a confirmation.");
        }
        if (confirmationExpired(now)) {
            throw new DomainException(
                    ErrorKind.GONE, "confirmation_expired", "The confirmation came too late; say the command again.");
        }
        confirmation = null;
    }

    boolean confirmationExpired(Instant now) {
        return confirmation != null && !now.isBefore(confirmation.expiresAt());
    }

    void cancel(String why, Instant now) {
        if (!status.awaiting()) {
            throw DomainException.conflict(
                    "not_cancellable",
                    "Only a command that waits for its speaker can be cancelled; undo one that is done.");
        }
        clarification = null;
        confirmation = null;
        end(CommandStatus.CANCELLED, why, now);
    }

    void startUndo(Instant now) {
        if (undoableUntil == null) {
            throw DomainException.conflict("not_undoable", "There is nothing in this command that could be undone.");
        }
        if (!now.isBefore(undoableUntil)) {
            throw new DomainException(
                    ErrorKind.GONE, "undo_expired", "A command can be undone for ten minutes; these are over.");
        }
        status = CommandStatus.EXECUTING;
        phase = Phase.UNDOING;
        endedAt = null;
    }

    void undoable(boolean possible, Instant now) {
        undoableUntil = possible ? now.plus(UNDOABLE) : null;
    }

    void end(CommandStatus outcome, @Nullable String text, Instant now) {
        rest(outcome, text);
        endedAt = now;
    }

    private void rest(CommandStatus outcome, @Nullable String text) {
        status = outcome;
        phase = Phase.AT_REST;
        reply = text;
    }

    void suggest(String closest) {
        suggestion = closest;
    }

    void settles(UUID other) {
        settlesId = other;
    }

    CommandStatus status() {
        return status;
    }

    Phase phase() {
        return phase;
    }

    @Nullable
    String reply() {
        return reply;
    }

    @Nullable
    String suggestion() {
        return suggestion;
    }

    @Nullable
    Clarification clarification() {
        return clarification;
    }

    @Nullable
    Confirmation confirmation() {
        return confirmation;
    }

    @Nullable
    UUID settlesId() {
        return settlesId;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    Instant undoableUntil() {
        return undoableUntil;
    }
}
