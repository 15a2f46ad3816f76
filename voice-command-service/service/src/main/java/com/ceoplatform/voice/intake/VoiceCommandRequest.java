package com.ceoplatform.voice.intake;

import com.ceoplatform.voice.command.NewCommand;
import com.ceoplatform.voice.command.Surroundings;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /voice/commands}; beside audio, without the transcript. */
record VoiceCommandRequest(
        @Schema(description = "What was said; needed unless audio is sent") @Size(max = LONGEST) @Nullable
        String transcript,

        @Schema(description = "Goes on with a conversation; a new one begins when left out") @Nullable
        UUID conversationId,

        @Schema(description = "What the speaker is looking at") @Nullable
        Context context,

        @Schema(description = "Plan, but execute nothing") @Nullable
        Boolean dryRun,

        @Schema(description = "Language of the transcript or audio; left out, that of the question it answers, else en")
        @Pattern(regexp = "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*", message = "must be a language tag")
        @Nullable
        String locale) {

    /** Longest transcript, in characters: some 800 words, several times the longest sensible command. */
    static final int LONGEST = 5_000;

    static final VoiceCommandRequest NONE = new VoiceCommandRequest(null, null, null, null, null);

    /** What the client shows. */
    record Context(@Nullable UUID channelId, @Nullable UUID taskId) {}

    Surroundings surroundings() {
        return context == null
                ? new Surroundings(locale, null, null)
                : new Surroundings(locale, text(context.channelId()), text(context.taskId()));
    }

    NewCommand.Request said() {
        return new NewCommand.Request(transcript, conversationId, surroundings(), Boolean.TRUE.equals(dryRun));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
