package com.ceoplatform.voice.execution;

import com.ceoplatform.voice.call.CallFailure;
import com.ceoplatform.voice.call.CallScope;
import com.ceoplatform.voice.command.ActionError;
import com.ceoplatform.voice.command.ActionOutcome;
import com.ceoplatform.voice.command.ActionStatus;
import com.ceoplatform.voice.command.Effect;
import com.ceoplatform.voice.command.ExecutionJournal;
import com.ceoplatform.voice.command.Running;
import com.ceoplatform.voice.command.Running.Step;
import com.ceoplatform.voice.config.VoiceSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** One process's work on one command: forward, and back when it must. */
class PlanRun {

    /** What every run needs. */
    @Component
    record Tools(ExecutionJournal journal, ExpectedEffects effects, ActionSteps steps, Reversal reversal) {}

    private final Tools tools;
    private final VoiceSettings.Execution patience;
    private final Executor threads;
    private final Running command;
    private final String token;
    private final CommandJournal journal;
    private final Results results = new Results();
    private final long since;
    private volatile boolean failed;

    /** @param since when the command began to wait for its turn, on the clock of {@link System#nanoTime()} */
    PlanRun(
            Tools tools,
            VoiceSettings.Execution patience,
            Executor threads,
            Running command,
            String token,
            long since) {
        this.tools = tools;
        this.patience = patience;
        this.threads = threads;
        this.command = command;
        this.token = token;
        this.since = since;
        this.journal = new CommandJournal(tools.journal(), command.commandId());
    }

    /** @throws CallFailure UNAUTHENTICATED when the rest needs a new token */
    void run() {
        switch (command.phase()) {
            case FORWARD -> forward();
            case ROLLING_BACK -> back(command, ActionStatus.ROLLED_BACK);
            case UNDOING -> back(command, ActionStatus.UNDONE);
            case INTERPRETING, AT_REST -> throw new IllegalStateException("Nothing to execute in " + command.phase());
        }
    }

    private void forward() {
        BooleanSupplier patient = until(patience.patience());
        Map<String, CompletableFuture<Void>> futures = new HashMap<>();
        List<Step> left = new ArrayList<>(command.steps());
        while (!left.isEmpty()) {
            Step next = left.stream()
                    .filter(step -> futures.keySet().containsAll(step.planned().dependsOn()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The actions wait for each other"));
            futures.put(next.name(), after(next, futures, patient));
            left.remove(next);
        }
        CompletableFuture.allOf(futures.values().toArray(CompletableFuture[]::new))
                .join();
        if (failed) {
            back(journal.rollBack(), ActionStatus.ROLLED_BACK);
        }
    }

    /** Carries the step out as soon as those that it waits for are done, beside all others. */
    private CompletableFuture<Void> after(
            Step step, Map<String, CompletableFuture<Void>> futures, BooleanSupplier patient) {
        CompletableFuture<?>[] before = futures.entrySet().stream()
                .filter(entry -> step.planned().dependsOn().contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(before).thenRunAsync(() -> carryOut(step, patient), threads);
    }

    private void carryOut(Step step, BooleanSupplier patient) {
        if (step.is(ActionStatus.DONE)) {
            results.put(step.name(), step.result());
            return;
        }
        if (failed) {
            return;
        }
        CallScope scope = new CallScope(id(), step.name(), token, () -> !failed && patient.getAsBoolean());
        boolean resumed = step.is(ActionStatus.EXECUTING);
        boolean begun = resumed;
        try {
            List<Effect> expected = resumed ? step.effects() : tools.effects().of(step.planned(), results, scope);
            if (!resumed) {
                journal.begin(step, expected);
                begun = true;
            }
            ActionOutcome outcome = tools.steps().perform(step.planned(), expected, results, scope);
            results.put(step.name(), outcome.result());
            journal.succeed(step, outcome, elapsedMs());
        } catch (CallFailure failure) {
            failed = true;
            note(step, failure, begun && (resumed || failure.uncertain()));
        }
    }

    private void note(Step step, CallFailure failure, boolean mayHaveHappened) {
        boolean unknown = mayHaveHappened
                && (failure.kind() == CallFailure.Kind.UNAVAILABLE
                        || failure.kind() == CallFailure.Kind.UNAUTHENTICATED);
        if (unknown) {
            journal.loseTrack(step, failure.error());
        } else {
            journal.fail(step, failure.error());
        }
    }

    /** Takes back, the last action first. */
    private void back(Running now, ActionStatus how) {
        now.steps().forEach(step -> results.put(step.name(), step.result()));
        BooleanSupplier patient = until(patience.rollbackPatience());
        for (Step step : now.steps().reversed()) {
            switch (step.status()) {
                case DONE -> takeBack(step, step.effects(), how, patient);
                case EXECUTING -> resolve(step, how, patient);
                case FAILED -> clearUp(step, how, patient);
                case PENDING, SKIPPED, UNKNOWN, ROLLED_BACK, UNDONE -> {
                    // Nothing of it is there.
                }
            }
        }
        journal.settle(elapsedMs());
    }

    private void takeBack(Step step, List<Effect> effects, ActionStatus how, BooleanSupplier patient) {
        if (step.planned().type().isQuery()) {
            return;
        }
        Optional<ActionError> standing = revert(step, effects, how, patient);
        if (standing.isPresent()) {
            journal.stands(step, standing.get());
        } else {
            journal.takenBack(step, how);
        }
    }

    /** The outcome of the action is unknown: what it changes can be looked at; what it creates shows on repeating it. */
    private void resolve(Step step, ActionStatus how, BooleanSupplier patient) {
        if (step.planned().type().isQuery()) {
            journal.fail(step, new ActionError("interrupted", "It was interrupted."));
            return;
        }
        if (!step.effects().isEmpty()) {
            Optional<ActionError> standing = revert(step, step.effects(), how, patient);
            standing.ifPresentOrElse(error -> journal.giveUp(step, error), () -> journal.takenBack(step, how));
            return;
        }
        CallScope scope = new CallScope(id(), step.name(), token, patient);
        try {
            ActionOutcome outcome = tools.steps().perform(step.planned(), step.effects(), results, scope);
            journal.foundDone(step, outcome);
            takeBack(step, outcome.effects(), how, patient);
        } catch (CallFailure failure) {
            switch (failure.kind()) {
                case UNAUTHENTICATED -> throw failure;
                case UNAVAILABLE -> journal.giveUp(step, failure.error());
                case REFUSED, NOT_FOUND, STALE -> journal.fail(step, failure.error());
            }
        }
    }

    /** An action that was refused half-way, such as the third of five tasks. */
    private void clearUp(Step step, ActionStatus how, BooleanSupplier patient) {
        revert(step, step.effects(), how, patient)
                .filter(error -> !error.code().equals("irrevocable"))
                .ifPresent(error -> journal.giveUp(step, error));
    }

    private Optional<ActionError> revert(Step step, List<Effect> effects, ActionStatus how, BooleanSupplier patient) {
        boolean careful = how == ActionStatus.UNDONE;
        CallScope scope = new CallScope(id(), step.name() + (careful ? ":undo" : ":rollback"), token, patient);
        List<ActionError> standing = new ArrayList<>();
        effects.reversed()
                .forEach(effect ->
                        tools.reversal().revert(effect, careful, scope).ifPresent(standing::add));
        return standing.stream()
                .reduce((one, other) -> new ActionError(one.code(), one.detail() + "; " + other.detail()));
    }

    private static BooleanSupplier until(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        return () -> System.nanoTime() - deadline < 0;
    }

    private UUID id() {
        return command.commandId();
    }

    private long elapsedMs() {
        return Duration.ofNanos(System.nanoTime() - since).toMillis();
    }
}
