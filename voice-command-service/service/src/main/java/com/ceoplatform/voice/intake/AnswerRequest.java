package com.ceoplatform.voice.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Body of {@code POST /voice/commands/{id}/answer}. */
record AnswerRequest(
        @NotBlank @Size(max = VoiceCommandRequest.LONGEST) String answer) {}
