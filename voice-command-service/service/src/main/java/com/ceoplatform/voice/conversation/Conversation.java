package com.ceoplatform.voice.conversation;

import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.voice.language.dialogue.ActionResult;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.plan.Reference;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The memory of one speaker's conversation. */
@Entity
@Table(name = "conversation")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
public class Conversation {

    private static final JsonMapper MAPPER = PlatformJson.mapper();

    @Id
    private UUID id;

    private UUID userId;

    private String dialogue;

    private Instant updatedAt;

    @Version
    private @Nullable Long version;

    protected Conversation() {}

    Conversation(UUID id, UUID userId, Instant now) {
        this.id = id;
        this.userId = userId;
        remember(Dialogue.EMPTY, now);
    }

    public UUID id() {
        return id;
    }

    boolean belongsTo(UUID user) {
        return userId.equals(user);
    }

    public Dialogue dialogue() {
        return MAPPER.readValue(dialogue, Dialogue.class);
    }

    /** Grows with each change; tells whether a sentence was read against this memory. */
    public long version() {
        return version == null ? 0 : version;
    }

    public void remember(Dialogue now, Instant at) {
        dialogue = MAPPER.writeValueAsString(now);
        updatedAt = at;
    }

    /**
     * Puts real things in place of the steps that made them. What a step that never happened would have made cannot be
     * spoken of any more.
     */
    public void executed(List<ActionResult> results, Instant at) {
        Dialogue known = dialogue().executed(results);
        remember(
                new Dialogue(
                        known.mentions().stream()
                                .filter(mention -> mention.references().stream().noneMatch(Reference::isAction))
                                .toList(),
                        known.lastPlan(),
                        known.clarification(),
                        known.awaitingConfirmation()),
                at);
    }

    /** Nothing waits for an answer any more. */
    public void settled(Instant at) {
        remember(dialogue().settled(), at);
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
