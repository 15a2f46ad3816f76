package com.ceoplatform.voice.command;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence was said in front of.
 *
 * @param locale language of the sentence; English when it is not told
 * @param channelId of the channel that the speaker was looking at
 * @param taskId of the task, likewise
 */
@Embeddable
public record Surroundings(
        @Nullable String locale,
        @Nullable String channelId,
        @Nullable String taskId) {

    public static final Surroundings NONE = new Surroundings(null, null, null);

    private static final String USUAL_LANGUAGE = "en";

    public String language() {
        return Objects.requireNonNullElse(locale, USUAL_LANGUAGE);
    }

    /** These, and what they leave open as it was for another sentence. */
    public Surroundings orElse(Surroundings other) {
        String spoken = locale == null ? other.locale : locale;
        return channelId == null && taskId == null
                ? new Surroundings(spoken, other.channelId, other.taskId)
                : new Surroundings(spoken, channelId, taskId);
    }
}
