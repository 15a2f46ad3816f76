package com.ceoplatform.voice.intake;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.voice.command.CommandHistory;
import com.ceoplatform.voice.command.CommandRegister;
import com.ceoplatform.voice.command.CommandResponse;
import com.ceoplatform.voice.command.CommandStatus;
import com.ceoplatform.voice.command.DialogueMovedException;
import com.ceoplatform.voice.command.NewCommand;
import com.ceoplatform.voice.command.Reading;
import com.ceoplatform.voice.credential.TokenVault;
import com.ceoplatform.voice.history.Recordings;
import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.load.TooBusyException;
import java.util.UUID;
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
            boolean dryRun = said.request().dryRun();
            return switch (understood.interpretation()) {
                case Interpretation.ConfirmPending _ -> confirmed(id, registered, dryRun, understood, session);
                case Interpretation.CancelPending _ -> cancelled(id, registered, dryRun, understood, session);
                case Interpretation.UndoLast _ -> undone(id, registered, dryRun, understood, session);
                case Interpretation.Planned _, Interpretation.NeedsClarification _, Interpretation.NotUnderstood _ ->
                    decided(id, understood, session);
            };
        });
    }

    private UUID decided(UUID id, Understanding.Understood understood, SpeakerSession session) {
        return admission.start(register.decide(id, reading(understood, session)));
    }

    private UUID confirmed(
            UUID id,
            CommandRegister.Registered registered,
            boolean dryRun,
            Understanding.Understood understood,
            SpeakerSession session) {
        var waiting = register.waitingIn(registered.conversationId());
        if (waiting.isEmpty()) {
            return decided(id, understood, session);
        }
        if (dryRun && !isDryRun(waiting.get(), session)) {
            register.wouldSettle(id, "I would go ahead.");
            return id;
        }
        return settling(id, waiting.get(), "Confirmed.", () -> confirmed(waiting.get(), session));
    }

    private UUID cancelled(
            UUID id,
            CommandRegister.Registered registered,
            boolean dryRun,
            Understanding.Understood understood,
            SpeakerSession session) {
        var waiting = register.waitingIn(registered.conversationId());
        if (waiting.isEmpty()) {
            return decided(id, understood, session);
        }
        if (dryRun && !isDryRun(waiting.get(), session)) {
            register.wouldSettle(id, "I would cancel it.");
            return id;
        }
        return settling(id, waiting.get(), "Cancelled.", () -> cancel(waiting.get(), session));
    }

    private UUID undone(
            UUID id,
            CommandRegister.Registered registered,
            boolean dryRun,
            Understanding.Understood understood,
            SpeakerSession session) {
        if (dryRun) {
            register.wouldSettle(id, "I would undo the last command.");
            return id;
        }
        var last = register.lastUndoableIn(registered.conversationId());
        return last.isEmpty()
                ? decided(id, understood, session)
                : settling(id, last.get(), "Undone.", () -> undone(last.get(), session));
    }

    /** Does to the other command what was said; when that is refused, the sentence's own command says why. */
    private UUID settling(UUID id, UUID other, String reply, Runnable verb) {
        try {
            verb.run();
        } catch (DomainException refused) {
            register.refuse(id, refused.detail());
            return id;
        }
        register.settle(id, other, reply);
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
            NewCommand.Request request =
                    new NewCommand.Request(answer, asked.conversationId(), null, null, asked.dryRun(), "en");
            Understanding.Understood understood = understanding.read(answer, request, asked.conversationId(), session);
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
