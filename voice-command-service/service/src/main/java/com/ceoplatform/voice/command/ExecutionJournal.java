package com.ceoplatform.voice.command;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.voice.conversation.ConversationMemory;
import com.ceoplatform.voice.language.dialogue.ActionResult;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Written before and after each call that a command makes, so that whoever goes on after a crash knows what was done. Every
 * entry needs the lease: a process that lost it gets {@link LeaseLostException} and must stop.
 */
@Service
public class ExecutionJournal {

    private final Commands commands;
    private final ConversationMemory conversations;
    private final CommandEvents events;
    private final LeaseHolder leases;
    private final Clock clock;

    ExecutionJournal(
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

    @Transactional(readOnly = true)
    public Running read(UUID id) {
        return commands.findById(id).map(Running::from).orElseThrow(() -> DomainException.notFound("command"));
    }

    /** The intent: the action is about to be called and is expected to have these effects. */
    @Transactional
    public void begin(UUID id, String action, List<Effect> expected) {
        commands.saveAndFlush(changed(id, action, step -> step.begin(expected)));
    }

    /** The action is done; answers whether all of them are, which ends the command. */
    @Transactional
    public boolean succeed(UUID id, String action, ActionOutcome outcome, long executionMs) {
        UUID conversation = conversationOf(id);
        conversations.hold(conversation);
        Command command = changed(id, action, step -> step.succeed(outcome));
        boolean ended = command.phase() == Phase.FORWARD && command.allDone();
        if (ended) {
            command.complete(Replies.done(command), executionMs, clock.instant());
            remember(command);
        }
        commands.saveAndFlush(command);
        events.completed(command, command.action(action));
        if (ended) {
            events.changed(command);
        }
        return ended;
    }

    /** The action was refused for good. */
    @Transactional
    public void fail(UUID id, String action, ActionError why) {
        Command command = commands.saveAndFlush(changed(id, action, step -> step.fail(why)));
        events.failed(command, command.action(action));
    }

    /** The action was called, and nobody could say what came of it. */
    @Transactional
    public void loseTrack(UUID id, String action, ActionError why) {
        Command command = commands.saveAndFlush(changed(id, action, step -> step.loseTrack(why)));
        events.failed(command, command.action(action));
    }

    /** Nothing more is tried; what was done will be taken back. */
    @Transactional
    public Running rollBack(UUID id) {
        Command command = held(id);
        command.rollBack();
        return Running.from(commands.saveAndFlush(command));
    }

    /** It turned out that the action was done after all; it must be taken back too. */
    @Transactional
    public void foundDone(UUID id, String action, ActionOutcome outcome) {
        commands.saveAndFlush(changed(id, action, step -> step.succeed(outcome)));
    }

    @Transactional
    public void takenBack(UUID id, String action, ActionStatus how) {
        commands.saveAndFlush(changed(id, action, step -> step.takenBack(how)));
    }

    @Transactional
    public void stands(UUID id, String action, ActionError why) {
        commands.saveAndFlush(changed(id, action, step -> step.stands(why)));
    }

    @Transactional
    public void giveUp(UUID id, String action, ActionError why) {
        commands.saveAndFlush(changed(id, action, step -> step.giveUp(why)));
    }

    /** Ends a rollback or an undo with what the journal says. */
    @Transactional
    public void settle(UUID id, long executionMs) {
        conversations.hold(conversationOf(id));
        Command command = held(id);
        Settlement.of(command).apply(command, executionMs, clock.instant());
        remember(command);
        commands.saveAndFlush(command);
        events.changed(command);
    }

    /** The speaker's token is not valid any more: the command waits for their next one. */
    @Transactional
    public void suspend(UUID id) {
        Command command = held(id);
        command.custody().suspend(clock.instant());
        commands.saveAndFlush(command);
    }

    private void remember(Command command) {
        List<ActionResult> results = command.in(ActionStatus.DONE)
                .filter(action -> action.result() != null)
                .map(action -> new ActionResult(action.name(), action.result()))
                .toList();
        conversations.hold(command.said().conversationId()).executed(results, clock.instant());
    }

    private Command changed(UUID id, String action, Consumer<Action> verb) {
        Command command = held(id);
        command.change(action, verb);
        return command;
    }

    private UUID conversationOf(UUID id) {
        return commands.conversationOf(id).orElseThrow(() -> new LeaseLostException(id));
    }

    private Command held(UUID id) {
        Command command = commands.findForUpdate(id).orElseThrow(() -> new LeaseLostException(id));
        command.requireHeldBy(leases.owner());
        return command;
    }
}
