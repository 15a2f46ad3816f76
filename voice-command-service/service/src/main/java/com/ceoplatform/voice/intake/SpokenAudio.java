package com.ceoplatform.voice.intake;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.error.FieldError;
import com.ceoplatform.voice.command.NewCommand;
import com.ceoplatform.voice.organisation.OrganisationCopy;
import com.ceoplatform.voice.recognition.Hints;
import com.ceoplatform.voice.recognition.Listening;
import com.ceoplatform.voice.speech.RecognitionHints;
import jakarta.validation.Validator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** Hears what a spoken request says. */
@Component
class SpokenAudio {

    private final Listening listening;
    private final Hints hints;
    private final OrganisationCopy organisation;
    private final JsonMapper mapper;
    private final Validator validator;

    SpokenAudio(
            Listening listening, Hints hints, OrganisationCopy organisation, JsonMapper mapper, Validator validator) {
        this.listening = listening;
        this.hints = hints;
        this.organisation = organisation;
        this.mapper = mapper;
        this.validator = validator;
    }

    NewCommand hear(byte[] sound, @Nullable String request, SpeakerSession session) {
        VoiceCommandRequest said = read(request);
        long started = System.nanoTime();
        String transcript = listening.listen(sound, hints(said, session));
        long took = Duration.ofNanos(System.nanoTime() - started).toMillis();
        return new NewCommand(said.said(), digest(sound), transcript, took);
    }

    RecognitionHints hints(VoiceCommandRequest said, SpeakerSession session) {
        return hints.from(
                organisation.visibleTo(session.speaker()),
                session.userId().toString(),
                said.surroundings().language());
    }

    /** Clients often leave the part without a content type, so it is read here whatever it says. */
    VoiceCommandRequest read(@Nullable String request) {
        if (request == null || request.isBlank()) {
            return VoiceCommandRequest.NONE;
        }
        VoiceCommandRequest said;
        try {
            said = mapper.readValue(request, VoiceCommandRequest.class);
        } catch (StreamReadException notJson) {
            throw new DomainException(ErrorKind.BAD_REQUEST, "malformed_request", "The part request is not JSON.");
        } catch (DatabindException wrongValue) {
            String field = wrongValue.getPath().isEmpty()
                    ? "request"
                    : String.valueOf(wrongValue.getPath().getLast().getPropertyName());
            throw DomainException.invalid(field, "is not a valid value");
        }
        List<FieldError> errors = validator.validate(said).stream()
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .toList();
        if (!errors.isEmpty()) {
            throw DomainException.invalid(errors);
        }
        return said;
    }

    static String digest(byte[] sound) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sound));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
