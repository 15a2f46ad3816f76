package com.ceoplatform.voice.command;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.voice.language.plan.PlannedAction;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something a person said to be done, and what became of it. */
@Entity
@Table(name = "command")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
public class Command {

    static final Duration CONFIRMATION_VALID = Duration.ofMinutes(2);
    static final Duration UNDOABLE = Duration.ofMinutes(10);

    @Id
    private UUID id;

    private UUID userId;

    private UUID conversationId;

    private String transcript;

    private boolean dryRun;

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

    @Embedded
    private @Nullable Timings timings;

    private Instant createdAt;

    private @Nullable Instant endedAt;

    private @Nullable Instant undoableUntil;

    /** The speaker's token, sealed; kept no longer than it is needed. */
    private @Nullable String credential;

    private @Nullable String traceparent;

    private @Nullable UUID leaseOwner;

    private @Nullable Instant leaseUntil;

    private int attempts;

    /** Changes of actions; makes the version grow with each of them. */
    @SuppressWarnings("UnusedVariable") // read by the database only
    private int steps;

    private @Nullable Instant suspendedAt;

    @OneToMany(mappedBy = "command", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<Action> actions = new ArrayList<>();

    @Version
    private @Nullable Long version;

    protected Command() {}

    /** A command as it comes in. */
    static Command received(UUID id, UUID userId, UUID conversationId, NewCommand said, Instant now) {
        Command command = new Command();
        command.id = id;
        command.userId = userId;
        command.conversationId = conversationId;
        command.transcript = said.transcript();
        command.dryRun = said.request().dryRun();
        command.timings = Timings.recognised(said.recognitionMs());
        command.createdAt = now;
        command.status = CommandStatus.EXECUTING;
        command.phase = Phase.INTERPRETING;
        return command;
    }

    /** Whether a sentence may still become its plan. */
    boolean undecided() {
        return phase == Phase.INTERPRETING || status == CommandStatus.AWAITING_CLARIFICATION;
    }

    void interpreted(long interpretationMs, long preparedMs) {
        timings = timings().interpreted(interpretationMs, preparedMs);
    }

    void plan(List<PlannedAction> plan) {
        actions.clear();
        for (PlannedAction planned : plan) {
            actions.add(new Action(this, actions.size(), planned));
        }
        clarification = null;
        suggestion = null;
    }

    void ask(Clarification question) {
        clarification = question;
        rest(CommandStatus.AWAITING_CLARIFICATION, question.question());
    }

    void askToConfirm(String readBack, Instant now) {
        confirmation = new Confirmation(readBack, now.plus(CONFIRMATION_VALID));
        rest(CommandStatus.AWAITING_CONFIRMATION, readBack);
    }

    /** The single use of a confirmation. */
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

    void execute(Lease lease, String sealedCredential, @Nullable String trace) {
        status = CommandStatus.EXECUTING;
        phase = Phase.FORWARD;
        reply = null;
        lend(lease, sealedCredential, trace);
    }

    void startUndo(Lease lease, String sealedCredential, @Nullable String trace, Instant now) {
        if (undoableUntil == null || dryRun) {
            throw DomainException.conflict("not_undoable", "There is nothing in this command that could be undone.");
        }
        if (!now.isBefore(undoableUntil)) {
            throw new DomainException(
                    ErrorKind.GONE, "undo_expired", "A command can be undone for ten minutes; these are over.");
        }
        status = CommandStatus.EXECUTING;
        phase = Phase.UNDOING;
        lend(lease, sealedCredential, trace);
    }

    private void lend(Lease lease, String sealedCredential, @Nullable String trace) {
        credential = sealedCredential;
        traceparent = trace;
        leaseOwner = lease.owner();
        leaseUntil = lease.until();
        attempts = 1;
        suspendedAt = null;
        endedAt = null;
    }

    /** Whether it executes, but nobody executes it. */
    boolean abandoned(Instant now) {
        return status == CommandStatus.EXECUTING
                && suspendedAt == null
                && (leaseUntil == null || leaseUntil.isBefore(now));
    }

    void takeOver(Lease lease) {
        leaseOwner = lease.owner();
        leaseUntil = lease.until();
        attempts++;
    }

    void resumeWith(String sealedCredential) {
        credential = sealedCredential;
        suspendedAt = null;
        leaseUntil = null;
        attempts = 0;
    }

    /** Waits for a token that is still valid. */
    void suspend(Instant now) {
        suspendedAt = now;
        credential = null;
        leaseOwner = null;
    }

    void requireHeldBy(UUID owner) {
        if (status != CommandStatus.EXECUTING || !owner.equals(leaseOwner)) {
            throw new LeaseLostException(id);
        }
    }

    /** From now on, what was done is taken back and what was not tried is skipped. */
    void rollBack() {
        phase = Phase.ROLLING_BACK;
        actions.forEach(Action::skip);
    }

    boolean allDone() {
        return actions.stream().allMatch(action -> action.status() == ActionStatus.DONE);
    }

    void complete(String text, long executionMs, Instant now) {
        timings = timings().executed(executionMs);
        end(CommandStatus.COMPLETED, text, now);
        boolean changedSomething =
                actions.stream().anyMatch(action -> !action.effects().isEmpty());
        undoableUntil = changedSomething ? now.plus(UNDOABLE) : null;
    }

    /** The end of a command that could not be carried out as a whole. */
    void settleRollback(CommandStatus outcome, String text, long executionMs, Instant now) {
        timings = timings().executed(executionMs);
        end(outcome, text, now);
    }

    /** The end of an undo; one that could revert nothing leaves the command as it was, to be tried again. */
    void settleUndo(boolean revertedSomething, String text, Instant now) {
        if (revertedSomething) {
            undoableUntil = null;
        }
        end(revertedSomething ? CommandStatus.UNDONE : CommandStatus.COMPLETED, text, now);
    }

    void end(CommandStatus outcome, @Nullable String text, Instant now) {
        rest(outcome, text);
        endedAt = now;
    }

    void suggest(String closest) {
        suggestion = closest;
    }

    void settles(UUID other) {
        settlesId = other;
    }

    private void rest(CommandStatus outcome, @Nullable String text) {
        status = outcome;
        phase = Phase.AT_REST;
        reply = text;
        credential = null;
        leaseOwner = null;
        leaseUntil = null;
        suspendedAt = null;
    }

    /** Changes one of its actions. */
    Action change(String name, Consumer<Action> verb) {
        Action action = action(name);
        verb.accept(action);
        steps++;
        return action;
    }

    Action action(String name) {
        return actions.stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Command " + id + " has no action " + name));
    }

    public UUID id() {
        return id;
    }

    public UUID userId() {
        return userId;
    }

    public UUID conversationId() {
        return conversationId;
    }

    public CommandStatus status() {
        return status;
    }

    public Phase phase() {
        return phase;
    }

    public boolean dryRun() {
        return dryRun;
    }

    public List<Action> actions() {
        return List.copyOf(actions);
    }

    Stream<Action> in(ActionStatus wanted) {
        return actions.stream().filter(action -> action.status() == wanted);
    }

    String transcript() {
        return transcript;
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

    Timings timings() {
        return Objects.requireNonNullElseGet(timings, () -> new Timings(null, null, null, null));
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    Instant undoableUntil() {
        return undoableUntil;
    }

    public @Nullable String credential() {
        return credential;
    }

    public @Nullable String traceparent() {
        return traceparent;
    }

    int attempts() {
        return attempts;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
