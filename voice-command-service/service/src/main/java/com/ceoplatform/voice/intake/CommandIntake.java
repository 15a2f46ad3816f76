package com.ceoplatform.voice.intake;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.voice.command.CommandHistory;
import com.ceoplatform.voice.command.CommandRegister;
import com.ceoplatform.voice.command.CommandResponse;
import com.ceoplatform.voice.command.CommandStatus;
import com.ceoplatform.voice.command.DialogueMovedException;
import com.ceoplatform.voice.command.NewCommand;
import com.ceoplatform.voice.command.Reading;
import com.ceoplatform.voice.command.Surroundings;
import com.ceoplatform.voice.credential.TokenVault;
import com.ceoplatform.voice.history.Recordings;
import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.load.TooBusyException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Leads a sentence to what it means: a plan under way, a question, or the settling of an earlier command. */
@Service
class CommandIntake {

    /** How often a sentence is read again because something else was said in the conversation at the same moment. */
    private static final int MOST_READINGS = 5;

    private final CommandRegister register;
    private final CommandHistory history;
    private final Understanding understanding;
    private final Admission admission;
    private final TokenVault vault;
    private final Recordings recordings;

    CommandIntake(
            CommandRegister register,
            CommandHistory history,
            Understanding understanding,
            Admission admission,
            TokenVault vault,
            Recordings recordings) {
        this.register = register;
        this.history = history;
        this.understanding = understanding;
        this.admission = admission;
        this.vault = vault;
        this.recordings = recordings;
    }

    /** Takes a command; answers the id of the command that it became, which for a yes, a no or an undo is an earlier one. */
    UUID speak(SpeakerSession session, NewCommand said) {
        return speak(session, said, null);
    }

    /**
     * @param sound in which it was said; kept only where that is configured
     * @throws DomainException 404, 409
     * @throws TooBusyException 429
     */
    UUID speak(SpeakerSession session, NewCommand said, byte @Nullable [] sound) {
        understanding.awaitTurn(said.request().conversationId());
        return admission.admit(() -> take(session, said, sound));
    }

    private UUID take(SpeakerSession session, NewCommand said, byte @Nullable [] sound) {
        CommandRegister.Registered registered = register.register(session.caller(), said);
        UUID id = registered.commandId();
        if (sound != null) {
            recordings.keep(session.userId(), id, sound);
        }
        if (!register.isUndecided(id)) {
            return history.subject(id, session.userId());
        }
        return repeatedly(() -> {
            Understanding.Understood understood = understanding.read(said, sound, registered.conversationId(), session);
            if (!understood.transcript().equals(said.transcript())) {
                register.hearAs(id, understood.transcript());
            }
            Turn turn = new Turn(id, registered.conversationId(), said.request().dryRun(), understood, session);
            return switch (understood.interpretation()) {
                case Interpretation.ConfirmPending _ -> confirmed(turn);
                case Interpretation.CancelPending _ -> cancelled(turn);
                case Interpretation.UndoLast _ -> undone(turn);
                case Interpretation.Planned _, Interpretation.NeedsClarification _, Interpretation.NotUnderstood _ ->
                    decided(id, understood, session);
            };
        });
    }

    /** A sentence of a conversation, and how it was understood. */
    private record Turn(
            UUID id,
            UUID conversationId,
            boolean dryRun,
            Understanding.Understood understood,
            SpeakerSession session) {}

    private UUID decided(UUID id, Understanding.Understood understood, SpeakerSession session) {
        return admission.start(register.decide(id, reading(understood, session)));
    }

    private UUID confirmed(Turn turn) {
        return ofWaiting(turn, "I would go ahead.", "Confirmed.", waiting -> confirmed(waiting, turn.session()));
    }

    private UUID cancelled(Turn turn) {
        return ofWaiting(turn, "I would cancel it.", "Cancelled.", waiting -> cancel(waiting, turn.session()));
    }

    /** A dry run leaves what really waits as it is, and settles what is a dry run itself. */
    private UUID ofWaiting(Turn turn, String would, String did, Consumer<UUID> verb) {
        Optional<UUID> waiting = register.waitingIn(turn.conversationId());
        if (waiting.isEmpty()) {
            return decided(turn.id(), turn.understood(), turn.session());
        }
        boolean onlySaid = turn.dryRun() && !isDryRun(waiting.get(), turn.session());
        return onlySaid ? wouldSettle(turn, would) : settling(turn, waiting.get(), did, verb);
    }

    private UUID undone(Turn turn) {
        if (turn.dryRun()) {
            return wouldSettle(turn, "I would undo the last command.");
        }
        Optional<UUID> last = register.lastUndoableIn(turn.conversationId());
        return last.isEmpty()
                ? decided(turn.id(), turn.understood(), turn.session())
                : settling(turn, last.get(), "Undone.", other -> undone(other, turn.session()));
    }

    private UUID wouldSettle(Turn turn, String reply) {
        register.wouldSettle(
                turn.id(), reply, turn.understood().tookMs(), turn.session().elapsedMs());
        return turn.id();
    }

    /** Does to the other command what was said; when that is refused, the sentence's own command says why. */
    private UUID settling(Turn turn, UUID other, String reply, Consumer<UUID> verb) {
        try {
            verb.accept(other);
        } catch (DomainException refused) {
            register.refuse(
                    turn.id(),
                    refused.detail(),
                    turn.understood().tookMs(),
                    turn.session().elapsedMs());
            return turn.id();
        }
        register.settle(turn.id(), other, reply);
        return other;
    }

    private boolean isDryRun(UUID id, SpeakerSession session) {
        return history.get(id, session.userId()).dryRun();
    }

    /**
     * @throws DomainException 404, 409, 410
     * @throws TooBusyException 429
     */
    UUID confirm(UUID id, SpeakerSession session) {
        return admission.admit(() -> confirmed(id, session));
    }

    private UUID confirmed(UUID id, SpeakerSession session) {
        history.get(id, session.userId());
        return admission.start(register.confirm(id, vault.seal(session.token()), session.traceparent()));
    }

    /** @throws DomainException 404, 409 */
    UUID cancel(UUID id, SpeakerSession session) {
        history.get(id, session.userId());
        return register.cancel(id).id();
    }

    /**
     * @throws DomainException 404, 409, 410
     * @throws TooBusyException 429
     */
    UUID undo(UUID id, SpeakerSession session) {
        return admission.admit(() -> undone(id, session));
    }

    private UUID undone(UUID id, SpeakerSession session) {
        history.get(id, session.userId());
        return admission.start(register.undo(id, vault.seal(session.token()), session.traceparent()));
    }

    /**
     * An answer that does not answer leaves the question open.
     *
     * @throws DomainException 404, 409
     * @throws TooBusyException 429
     */
    UUID answer(UUID id, String answer, SpeakerSession session) {
        return admission.admit(() -> answered(id, answer, session));
    }

    private UUID answered(UUID id, String answer, SpeakerSession session) {
        CommandResponse asked = history.get(id, session.userId());
        if (asked.status() != CommandStatus.AWAITING_CLARIFICATION) {
            throw DomainException.conflict("not_awaiting_clarification", "This command has not asked anything.");
        }
        return repeatedly(() -> {
            Understanding.Understood understood =
                    understanding.read(answer, Surroundings.NONE, asked.conversationId(), session);
            return switch (understood.interpretation()) {
                case Interpretation.Planned _, Interpretation.NeedsClarification _ -> decided(id, understood, session);
                case Interpretation.CancelPending _ -> cancel(id, session);
                case Interpretation.ConfirmPending _, Interpretation.UndoLast _, Interpretation.NotUnderstood _ -> id;
            };
        });
    }

    private Reading reading(Understanding.Understood understood, SpeakerSession session) {
        return new Reading(
                understood.interpretation(),
                understood.dialogueVersion(),
                vault.seal(session.token()),
                session.traceparent(),
                understood.tookMs(),
                session.elapsedMs());
    }

    private interface Attempt {

        UUID make();
    }

    private static UUID repeatedly(Attempt attempt) {
        for (int tries = 1; tries < MOST_READINGS; tries++) {
            try {
                return attempt.make();
            } catch (DialogueMovedException moved) {
                // Read it again, with what was said meanwhile in mind.
            }
        }
        return attempt.make();
    }
}
