package com.ceoplatform.voice.intake;

import com.ceoplatform.voice.command.CommandResponse;
import com.ceoplatform.voice.command.CommandStatus;
import com.ceoplatform.voice.config.VoiceSettings;
import com.ceoplatform.voice.execution.CommandExecutor;
import com.ceoplatform.voice.load.Gate;
import com.ceoplatform.voice.load.TooBusyException;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Takes in no more commands at a time than there are connections to the database for, and none that would begin while too
 * many wait to be carried out: nobody is left without a connection in the middle.
 */
@Component
class Admission {

    private final CommandExecutor executor;
    private final Gate gate;
    private final int queue;

    Admission(CommandExecutor executor, VoiceSettings settings) {
        this.executor = executor;
        this.queue = settings.execution().queue();
        this.gate = new Gate(settings.execution().parallel(), queue, TooBusyException::commands);
    }

    /** @throws TooBusyException when it would have to wait too long */
    <T> T admit(Supplier<T> work) {
        if (executor.waiting() >= queue) {
            throw TooBusyException.commands();
        }
        return gate.pass(work);
    }

    /** Begins to execute the command, when there is something to execute. */
    UUID start(CommandResponse command) {
        if (command.status() == CommandStatus.EXECUTING) {
            executor.execute(command.id());
        }
        return command.id();
    }
}
