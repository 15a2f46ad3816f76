package com.ceoplatform.voice.command;

import com.ceoplatform.voice.conversation.ConversationMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who executes which command: at any time one process at most, and never none for long. */
@Service
public class Leases {

    /** A command that still was not understood after that long lost its process. */
    private static final Duration INTERPRETATION_AT_MOST = Duration.ofSeconds(30);

    /** A command whose execution kills its process again and again is given up. */
    private static final int MOST_ATTEMPTS = 5;

    /** How long a command waits for a new token of its speaker. */
    private static final Duration SUSPENDED_AT_MOST = Duration.ofHours(24);

    private static final int AT_ONCE = 100;

    private final Commands commands;
    private final ConversationMemory conversations;
    private final CommandEvents events;
    private final LeaseHolder holder;
    private final Clock clock;

    Leases(Commands commands, ConversationMemory conversations, CommandEvents events, LeaseHolder holder, Clock clock) {
        this.commands = commands;
        this.conversations = conversations;
        this.events = events;
        this.holder = holder;
        this.clock = clock;
    }

    /** Commands that nobody executes although somebody should. */
    @Transactional(readOnly = true)
    public List<UUID> abandoned() {
        Instant now = clock.instant();
        return commands.abandoned(now, now.minus(INTERPRETATION_AT_MOST), Limit.of(AT_ONCE));
    }

    /** Takes the command over; false when there is nothing to go on with. */
    @Transactional
    public boolean takeOver(UUID id) {
        Command command = commands.findForUpdate(id).orElse(null);
        if (command == null || !command.abandoned(clock.instant())) {
            return false;
        }
        command.custody().takeOver(holder.grant());
        if (command.phase() == Phase.INTERPRETING) {
            command.end(
                    CommandStatus.FAILED,
                    "The command was interrupted before it was understood. Nothing was changed; say it again.",
                    clock.instant());
        } else if (command.custody().attempts() > MOST_ATTEMPTS) {
            giveUp(command);
        }
        commands.saveAndFlush(command);
        if (command.status() != CommandStatus.EXECUTING) {
            events.changed(command);
            return false;
        }
        return true;
    }

    /** Keeps what this process executes. */
    @Transactional
    public void renew(Collection<UUID> ids) {
        commands.renew(holder.owner(), holder.grant().until(), List.copyOf(ids));
    }

    /** The speaker's commands that wait for a token; with a valid one they can be taken over. */
    @Transactional
    public List<UUID> revive(UUID userId, Supplier<String> sealedCredential) {
        List<UUID> suspended = commands.suspendedOf(userId);
        for (UUID id : suspended) {
            commands.findForUpdate(id).ifPresent(command -> {
                command.custody().resumeWith(sealedCredential.get());
                commands.saveAndFlush(command);
            });
        }
        return suspended;
    }

    /** Ends the commands whose speaker did not come back, saying what stands. */
    @Transactional
    public void giveUpSuspended() {
        for (UUID id : commands.suspendedSince(clock.instant().minus(SUSPENDED_AT_MOST))) {
            commands.findForUpdate(id).ifPresent(command -> {
                giveUp(command);
                commands.saveAndFlush(command);
                events.changed(command);
            });
        }
    }

    /** Ends confirmations that came too late. */
    @Transactional
    public void expireConfirmations() {
        Instant now = clock.instant();
        for (UUID id : commands.awaitingConfirmationSince(now.minus(Standing.CONFIRMATION_VALID))) {
            UUID conversation = commands.conversationOf(id).orElseThrow();
            var memory = conversations.hold(conversation);
            commands.findForUpdate(id)
                    .filter(command -> command.standing().confirmationExpired(now))
                    .ifPresent(command -> {
                        command.cancel("The confirmation came too late. Nothing was done.", now);
                        memory.settled(now);
                        commands.saveAndFlush(command);
                        events.changed(command);
                    });
        }
    }

    private void giveUp(Command command) {
        ActionError why = new ActionError("given_up", "It could not be found out any more.");
        command.in(ActionStatus.EXECUTING)
                .map(Action::name)
                .toList()
                .forEach(name -> command.change(name, action -> action.giveUp(why)));
        command.in(ActionStatus.PENDING).toList().forEach(Action::skip);
        Settlement.of(command).apply(command, 0, clock.instant());
    }
}
