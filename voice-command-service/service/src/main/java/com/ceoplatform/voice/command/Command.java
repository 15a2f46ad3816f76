package com.ceoplatform.voice.command;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.voice.language.plan.PlannedAction;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
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
class Command {

    @Id
    private UUID id;

    @Embedded
    private Said said;

    @Embedded
    private Standing standing;

    @Embedded
    private Custody custody;

    @Embedded
    private @Nullable Timings timings;

    /** Changes of actions; makes the version grow with each of them. */
    @SuppressWarnings("UnusedVariable") // read by the database only
    private int steps;

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
        command.said = new Said(
                userId,
                conversationId,
                said.transcript(),
                said.request().dryRun(),
                now,
                said.request().surroundings());
        command.standing = Standing.received();
        command.custody = new Custody();
        command.timings = Timings.recognised(said.recognitionMs());
        return command;
    }

    /** Whether a sentence may still become its plan. */
    boolean undecided() {
        return standing.undecided();
    }

    void hearAs(String transcript) {
        said = said().as(transcript);
    }

    void interpreted(long interpretationMs, long preparedMs) {
        timings = timings().interpreted(interpretationMs, preparedMs);
    }

    void plan(List<PlannedAction> plan) {
        actions.clear();
        for (PlannedAction planned : plan) {
            actions.add(new Action(this, actions.size(), planned));
        }
        standing.answered();
    }

    void ask(Clarification question) {
        standing.ask(question);
        custody.release();
    }

    void askToConfirm(String readBack, Instant now) {
        standing.askToConfirm(readBack, now);
        custody.release();
    }

    /** The single use of a confirmation. */
    void confirm(Instant now) {
        standing.confirm(now);
    }

    void cancel(String why, Instant now) {
        standing.cancel(why, now);
        custody.release();
    }

    void execute(Lease lease, String sealedCredential, @Nullable String trace) {
        standing.execute();
        custody.lend(lease, sealedCredential, trace);
    }

    void startUndo(Lease lease, String sealedCredential, @Nullable String trace, Instant now) {
        if (said.dryRun()) {
            throw DomainException.conflict("not_undoable", "There is nothing in this command that could be undone.");
        }
        standing.startUndo(now);
        custody.lend(lease, sealedCredential, trace);
    }

    /** Whether it executes, but nobody executes it. */
    boolean abandoned(Instant now) {
        return status() == CommandStatus.EXECUTING && custody.free(now);
    }

    void requireHeldBy(UUID owner) {
        if (status() != CommandStatus.EXECUTING || !custody.heldBy(owner)) {
            throw new LeaseLostException(id);
        }
    }

    /** From now on, what was done is taken back and what was not tried is skipped. */
    void rollBack() {
        standing.rollBack();
        actions.forEach(Action::skip);
    }

    boolean allDone() {
        return actions.stream().allMatch(action -> action.status() == ActionStatus.DONE);
    }

    void complete(String text, long executionMs, Instant now) {
        timings = timings().executed(executionMs);
        end(CommandStatus.COMPLETED, text, now);
        standing.undoable(actions.stream().anyMatch(action -> !action.effects().isEmpty()), now);
    }

    /** The end of a command that could not be carried out as a whole. */
    void settleRollback(CommandStatus outcome, String text, long executionMs, Instant now) {
        timings = timings().executed(executionMs);
        end(outcome, text, now);
    }

    /** The end of an undo; one that could revert nothing leaves the command as it was, to be tried again. */
    void settleUndo(boolean revertedSomething, String text, Instant now) {
        if (revertedSomething) {
            standing.undoable(false, now);
        }
        end(revertedSomething ? CommandStatus.UNDONE : CommandStatus.COMPLETED, text, now);
    }

    void end(CommandStatus outcome, @Nullable String text, Instant now) {
        standing.end(outcome, text, now);
        custody.release();
    }

    void suggest(String closest) {
        standing.suggest(closest);
    }

    void settles(UUID other) {
        standing.settles(other);
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

    Stream<Action> in(ActionStatus wanted) {
        return actions.stream().filter(action -> action.status() == wanted);
    }

    UUID id() {
        return id;
    }

    Said said() {
        return said;
    }

    Standing standing() {
        return standing;
    }

    Custody custody() {
        return custody;
    }

    CommandStatus status() {
        return standing.status();
    }

    Phase phase() {
        return standing.phase();
    }

    List<Action> actions() {
        return List.copyOf(actions);
    }

    Timings timings() {
        return Objects.requireNonNullElseGet(timings, () -> new Timings(null, null, null, null));
    }

    long version() {
        return version == null ? 0 : version;
    }
}
