package com.ceoplatform.voice.conversation;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens conversations and gives them to their own speaker only. */
@Service
public class ConversationMemory {

    private final Conversations conversations;
    private final Clock clock;

    ConversationMemory(Conversations conversations, Clock clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    /**
     * The speaker's conversation: the one named, begun now if there is none of that id yet, or a new one.
     *
     * @throws DomainException 404 when it is somebody else's
     */
    @Transactional
    public UUID open(@Nullable UUID id, UUID userId) {
        UUID wanted = id == null ? Ids.next() : id;
        return conversations
                .findById(wanted)
                .or(() -> Optional.of(conversations.save(new Conversation(wanted, userId, clock.instant()))))
                .filter(conversation -> conversation.belongsTo(userId))
                .map(Conversation::id)
                .orElseThrow(() -> DomainException.notFound("conversation"));
    }

    /** What was spoken of in the speaker's own conversation: nothing when it has not begun or is somebody else's. */
    @Transactional(readOnly = true)
    public Dialogue dialogue(@Nullable UUID id, UUID userId) {
        return Optional.ofNullable(id)
                .flatMap(conversations::findById)
                .filter(conversation -> conversation.belongsTo(userId))
                .map(Conversation::dialogue)
                .orElse(Dialogue.EMPTY);
    }

    @Transactional(readOnly = true)
    public Conversation get(UUID id) {
        return conversations.findById(id).orElseThrow(() -> DomainException.notFound("conversation"));
    }

    /** The conversation, held until the transaction ends. Take it before any of its commands. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Conversation hold(UUID id) {
        return conversations.findForUpdate(id).orElseThrow(() -> DomainException.notFound("conversation"));
    }

    /** Forgets a conversation of which no command is left. */
    @Transactional
    public void forgetEmpty(UUID id) {
        conversations.deleteEmpty(id);
    }

    /** Forgets a user's conversations of which no command is left. */
    @Transactional
    public void forgetEmptyOf(UUID userId) {
        conversations.deleteEmptyOf(userId);
    }

    /** Forgets conversations without commands that nobody has spoken in since. */
    @Transactional
    public int forgetSilentSince(Instant moment) {
        return conversations.deleteSilentSince(moment);
    }
}
