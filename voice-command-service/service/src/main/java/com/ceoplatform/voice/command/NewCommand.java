package com.ceoplatform.voice.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said. A repeated request is recognised by its request and audio; what was heard in the audio does not
 * count, since names learnt meanwhile may make it differ.
 *
 * @param audioDigest SHA-256 of the audio; null for text
 * @param recognitionMs null for text
 */
public record NewCommand(
        Request request,
        @Nullable String audioDigest,
        @JsonIgnore String transcript,
        @JsonIgnore @Nullable Long recognitionMs) {

    /** What the client asked for. */
    public record Request(
            @Nullable String transcript, @Nullable UUID conversationId, Surroundings surroundings, boolean dryRun) {}
}
