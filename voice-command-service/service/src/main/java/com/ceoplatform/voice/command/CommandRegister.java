package com.ceoplatform.voice.command;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.idempotency.Idempotent;
import com.ceoplatform.voice.conversation.Conversation;
import com.ceoplatform.voice.conversation.ConversationMemory;
import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.language.Interpretation.NeedsClarification;
import com.ceoplatform.voice.language.Interpretation.NotUnderstood;
import com.ceoplatform.voice.language.Interpretation.Planned;
import com.ceoplatform.voice.language.plan.PlannedAction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What speakers do to commands: give them, answer their questions, confirm, cancel and undo them. */
@Service
public class CommandRegister {

    private static final List<CommandStatus> WAITING =
            List.of(CommandStatus.AWAITING_CONFIRMATION, CommandStatus.AWAITING_CLARIFICATION);

    private final Commands commands;
    private final ConversationMemory conversations;
    private final CommandEvents events;
    private final LeaseHolder leases;
    private final Clock clock;

    CommandRegister(
            Commands commands,
            ConversationMemory conversations,
            CommandEvents events,
            LeaseHolder leases,
            Clock clock) {
        this.commands = commands;
        this.conversations = conversations;
        this.events = events;
        this.leases = leases;
        this.clock = clock;
    }

    /** Where a command was put down. */
    public record Registered(UUID commandId, UUID conversationId) {}

    /** Writes the command down before anything is made of it; a repeated request finds the first one again. */
    @Idempotent
    @Transactional
    public Registered register(Caller speaker, NewCommand said) {
        UUID conversation = conversations.open(said.request().conversationId(), speaker.id());
        Command command =
                commands.saveAndFlush(Command.received(Ids.next(), speaker.id(), conversation, said, clock.instant()));
        events.received(command);
        return new Registered(command.id(), conversation);
    }

    /**
     * Makes of the command what its sentence means. One that was decided before stays as it is.
     *
     * @throws DialogueMovedException when the sentence must be read again
     */
    @Transactional
    public CommandResponse decide(UUID id, Reading reading) {
        Conversation conversation = conversations.hold(conversationOf(id));
        Command command = held(id);
        if (!command.undecided()) {
            return CommandResponse.from(command);
        }
        if (conversation.version() != reading.dialogueVersion()) {
            throw new DialogueMovedException();
        }
        conversation.remember(reading.interpretation().dialogue(), clock.instant());
        dropOthersWaiting(command);
        command.interpreted(reading.interpretationMs(), reading.preparedMs());
        apply(command, reading);
        return told(command);
    }

    private void apply(Command command, Reading reading) {
        switch (reading.interpretation()) {
            case Planned planned -> plan(command, planned, reading);
            case NeedsClarification unclear -> {
                command.plan(unclear.partialPlan());
                command.ask(Clarification.of(unclear.question(), unclear.candidates()));
            }
            case NotUnderstood(String suggestion, String reply, var _) -> notUnderstood(command, suggestion, reply);
            case Interpretation.ConfirmPending _ -> notUnderstood(command, "", "There is nothing to confirm.");
            case Interpretation.CancelPending _ -> notUnderstood(command, "", "There is nothing to cancel.");
            case Interpretation.UndoLast _ -> notUnderstood(command, "", "There is nothing to undo.");
        }
    }

    private void notUnderstood(Command command, String suggestion, String reply) {
        command.suggest(suggestion);
        command.end(CommandStatus.NOT_UNDERSTOOD, reply, clock.instant());
    }

    private void plan(Command command, Planned planned, Reading reading) {
        List<PlannedAction> plan;
        try {
            plan = command.said().dryRun() ? planned.actions() : PlanCheck.ordered(planned.actions());
        } catch (PlanCheck.ImpossiblePlanException impossible) {
            command.plan(planned.actions());
            command.end(
                    CommandStatus.FAILED,
                    "That cannot be carried out. " + impossible.getMessage() + ".",
                    clock.instant());
            return;
        }
        command.plan(plan);
        if (planned.confirmation() != null) {
            command.askToConfirm(planned.confirmation().readBack(), clock.instant());
        } else {
            run(command, reading.credential(), reading.traceparent());
        }
    }

    /** Executes the plan; a dry run ends here. */
    private void run(Command command, String credential, @Nullable String traceparent) {
        if (command.said().dryRun()) {
            List<PlannedAction> plan =
                    command.actions().stream().map(Action::planned).toList();
            command.end(CommandStatus.PLANNED, Replies.planned(plan), clock.instant());
        } else {
            command.execute(leases.grant(), credential, traceparent);
        }
    }

    /** A conversation that goes on drops the question that nobody answered. */
    private void dropOthersWaiting(Command command) {
        for (Command waiting : commands.inConversation(command.said().conversationId(), WAITING)) {
            if (!waiting.id().equals(command.id())) {
                waiting.cancel("Dropped, because the conversation went on.", clock.instant());
                told(waiting);
            }
        }
    }

    @Transactional
    public CommandResponse confirm(UUID id, String credential, @Nullable String traceparent) {
        Conversation conversation = conversations.hold(conversationOf(id));
        Command command = held(id);
        command.confirm(clock.instant());
        conversation.settled(clock.instant());
        run(command, credential, traceparent);
        return told(command);
    }

    @Transactional
    public CommandResponse cancel(UUID id) {
        Conversation conversation = conversations.hold(conversationOf(id));
        Command command = held(id);
        command.cancel("Cancelled. Nothing was done.", clock.instant());
        conversation.settled(clock.instant());
        return told(command);
    }

    /** Begins to undo; the execution goes on from there. */
    @Transactional
    public CommandResponse undo(UUID id, String credential, @Nullable String traceparent) {
        Command command = held(id);
        command.startUndo(leases.grant(), credential, traceparent, clock.instant());
        return CommandResponse.from(commands.saveAndFlush(command));
    }

    /** Ends a yes, a no or an undo, which was about another command. */
    @Transactional
    public void settle(UUID id, UUID other, String reply) {
        Command command = held(id);
        command.settles(other);
        command.end(CommandStatus.COMPLETED, reply, clock.instant());
        told(command);
    }

    /** Ends the dry run of a yes, a no or an undo: it touches no other command. */
    @Transactional
    public void wouldSettle(UUID id, String reply, long interpretationMs, long preparedMs) {
        Command command = held(id);
        command.interpreted(interpretationMs, preparedMs);
        command.end(CommandStatus.PLANNED, reply, clock.instant());
        told(command);
    }

    /** Whether nothing has been made of the sentence yet; a repeated request meets one that is decided. */
    @Transactional(readOnly = true)
    public boolean isUndecided(UUID id) {
        return commands.findById(id).map(Command::undecided).orElse(false);
    }

    /** Takes other words for what was said in its audio. */
    @Transactional
    public void hearAs(UUID id, String transcript) {
        held(id).hearAs(transcript);
    }

    /** Ends a command that nothing can be made of. */
    @Transactional
    public CommandResponse refuse(UUID id, String reply, long interpretationMs, long preparedMs) {
        Command command = held(id);
        command.interpreted(interpretationMs, preparedMs);
        command.end(CommandStatus.FAILED, reply, clock.instant());
        return told(command);
    }

    /** What waits for a yes or a no in the conversation. */
    @Transactional(readOnly = true)
    public Optional<UUID> waitingIn(UUID conversationId) {
        return commands.inConversation(conversationId, WAITING).stream()
                .map(Command::id)
                .findFirst();
    }

    /** What the question that waits in the conversation was asked in front of. */
    @Transactional(readOnly = true)
    public Surroundings ofQuestionIn(UUID conversationId) {
        return commands.inConversation(conversationId, List.of(CommandStatus.AWAITING_CLARIFICATION)).stream()
                .findFirst()
                .map(asked -> asked.said().surroundings())
                .orElse(Surroundings.NONE);
    }

    /** The last command of the conversation that can be undone. */
    @Transactional(readOnly = true)
    public Optional<UUID> lastUndoableIn(UUID conversationId) {
        return commands.undoableIn(conversationId, Limit.of(1)).stream().findFirst();
    }

    @Transactional(readOnly = true)
    public boolean executingIn(UUID conversationId) {
        return commands.executingIn(conversationId);
    }

    private CommandResponse told(Command command) {
        commands.saveAndFlush(command);
        events.changed(command);
        return CommandResponse.from(command);
    }

    private UUID conversationOf(UUID id) {
        return commands.conversationOf(id).orElseThrow(() -> DomainException.notFound("command"));
    }

    private Command held(UUID id) {
        return commands.findForUpdate(id).orElseThrow(() -> DomainException.notFound("command"));
    }
}
