package com.ceoplatform.voice.execution;

import com.ceoplatform.voice.command.ActionError;
import com.ceoplatform.voice.command.ActionOutcome;
import com.ceoplatform.voice.command.ActionStatus;
import com.ceoplatform.voice.command.Effect;
import com.ceoplatform.voice.command.ExecutionJournal;
import com.ceoplatform.voice.command.Running;
import com.ceoplatform.voice.command.Running.Step;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The journal of one command, one entry at a time: entries wait for each other's row lock anyway, and so they wait without a
 * connection. However many actions run in parallel, a command holds one connection at most.
 */
final class CommandJournal {

    private final ExecutionJournal journal;
    private final UUID id;
    private final Lock turn = new ReentrantLock(true);

    CommandJournal(ExecutionJournal journal, UUID id) {
        this.journal = journal;
        this.id = id;
    }

    void begin(Step step, List<Effect> expected) {
        enter(() -> journal.begin(id, step.name(), expected));
    }

    void succeed(Step step, ActionOutcome outcome, long executionMs) {
        enter(() -> journal.succeed(id, step.name(), outcome, executionMs));
    }

    void fail(Step step, ActionError why) {
        enter(() -> journal.fail(id, step.name(), why));
    }

    void loseTrack(Step step, ActionError why) {
        enter(() -> journal.loseTrack(id, step.name(), why));
    }

    Running rollBack() {
        return enter(() -> journal.rollBack(id));
    }

    void foundDone(Step step, ActionOutcome outcome) {
        enter(() -> journal.foundDone(id, step.name(), outcome));
    }

    void takenBack(Step step, ActionStatus how) {
        enter(() -> journal.takenBack(id, step.name(), how));
    }

    void stands(Step step, ActionError why) {
        enter(() -> journal.stands(id, step.name(), why));
    }

    void giveUp(Step step, ActionError why) {
        enter(() -> journal.giveUp(id, step.name(), why));
    }

    void settle(long executionMs) {
        enter(() -> journal.settle(id, executionMs));
    }

    private void enter(Runnable entry) {
        enter(() -> {
            entry.run();
            return id;
        });
    }

    private <T> T enter(Supplier<T> entry) {
        turn.lock();
        try {
            return entry.get();
        } finally {
            turn.unlock();
        }
    }
}
