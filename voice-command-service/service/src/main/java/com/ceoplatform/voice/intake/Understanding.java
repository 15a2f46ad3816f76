package com.ceoplatform.voice.intake;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.voice.command.CommandRegister;
import com.ceoplatform.voice.command.NewCommand;
import com.ceoplatform.voice.command.Surroundings;
import com.ceoplatform.voice.conversation.Conversation;
import com.ceoplatform.voice.conversation.ConversationMemory;
import com.ceoplatform.voice.language.ClientContext;
import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.language.Interpreter;
import com.ceoplatform.voice.language.Utterance;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.organisation.OrganisationCopy;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a sentence with the speaker's eyes and in the light of the conversation. */
@Component
class Understanding {

    private static final Duration TURN = Duration.ofSeconds(8);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Interpreter interpreter;
    private final OrganisationCopy organisation;
    private final ConversationMemory conversations;
    private final CommandRegister register;
    private final SecondHearing secondHearing;
    private final Clock clock;

    Understanding(
            Interpreter interpreter,
            OrganisationCopy organisation,
            ConversationMemory conversations,
            CommandRegister register,
            SecondHearing secondHearing,
            Clock clock) {
        this.interpreter = interpreter;
        this.organisation = organisation;
        this.conversations = conversations;
        this.register = register;
        this.secondHearing = secondHearing;
        this.clock = clock;
    }

    /** The meaning of which words, and the state of the conversation that it was found in. */
    record Understood(Interpretation interpretation, String transcript, long dialogueVersion, long tookMs) {}

    /**
     * The same for words that were heard: when they make no plan and something else that may have been said does, that
     * counts.
     *
     * @param sound in which they were heard; null for text
     */
    Understood read(NewCommand said, byte @Nullable [] sound, UUID conversationId, SpeakerSession session) {
        Surroundings around = said.request().surroundings();
        Understood first = read(said.transcript(), around, conversationId, session);
        if (sound == null || !isPuzzling(first.interpretation())) {
            return first;
        }
        Organisation visible = organisation.visibleTo(session.speaker());
        return secondHearing.of(sound, said.transcript(), visible, session, around.language()).stream()
                .map(other -> read(other, around, conversationId, session))
                .filter(other -> other.interpretation() instanceof Interpretation.Planned)
                .findFirst()
                .orElse(first);
    }

    /** A choice between several was heard well: that is for the speaker to make. */
    private static boolean isPuzzling(Interpretation interpretation) {
        return switch (interpretation) {
            case Interpretation.NotUnderstood _ -> true;
            case Interpretation.NeedsClarification asked -> asked.candidates().size() < 2;
            case Interpretation.Planned _,
                    Interpretation.ConfirmPending _,
                    Interpretation.CancelPending _,
                    Interpretation.UndoLast _ -> false;
        };
    }

    /** @param own what is told of the surroundings; for what is not, those of the question that waits count */
    Understood read(String transcript, Surroundings own, UUID conversationId, SpeakerSession session) {
        Conversation conversation = conversations.get(conversationId);
        Dialogue dialogue = conversation.dialogue();
        Surroundings around =
                dialogue.clarification() == null ? own : own.orElse(register.ofQuestionIn(conversationId));
        long started = System.nanoTime();
        Interpretation meaning = interpreter.interpret(
                utterance(transcript, around, session), organisation.visibleTo(session.speaker()), dialogue);
        long took = Duration.ofNanos(System.nanoTime() - started).toMillis();
        return new Understood(meaning, transcript, conversation.version(), took);
    }

    /** Whether a speaker who falls silent after these words has probably said all. */
    Completeness completeness(String transcript, NewCommand.Request request, SpeakerSession session) {
        Interpretation meaning = interpreter.glance(
                utterance(transcript, request.surroundings(), session),
                organisation.visibleTo(session.speaker()),
                conversations.dialogue(request.conversationId(), session.userId()));
        return Completeness.of(meaning, transcript);
    }

    private Utterance utterance(String transcript, Surroundings around, SpeakerSession session) {
        return new Utterance(
                transcript,
                session.speaker(),
                clock.instant(),
                new ClientContext(around.channelId(), around.taskId()),
                around.language());
    }

    /**
     * Waits until the conversation's last command has ended, so that "it" is the real thing.
     *
     * @throws DomainException 409 when that takes too long
     */
    void awaitTurn(@Nullable UUID conversationId) {
        if (conversationId == null) {
            return;
        }
        long deadline = System.nanoTime() + TURN.toNanos();
        while (register.executingIn(conversationId)) {
            if (System.nanoTime() - deadline > 0) {
                throw DomainException.conflict(
                        "conversation_busy", "The last command of this conversation is still being executed.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw DomainException.unavailable("The service is stopping.");
        }
    }
}
