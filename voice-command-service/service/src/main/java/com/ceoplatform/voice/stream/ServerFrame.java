package com.ceoplatform.voice.stream;

import com.ceoplatform.voice.command.CommandResponse;
import com.ceoplatform.voice.load.TooBusyException;
import com.ceoplatform.voice.speech.Audio;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What the server says. The type is part of each record, so that a frame is its record as JSON. */
sealed interface ServerFrame {

    /** The answer to start: now speak. */
    record Ready(String type, int sampleRate, long maxSeconds, long endOfSpeechMs) implements ServerFrame {

        Ready(long maxSeconds, long endOfSpeechMs) {
            this("ready", Audio.SAMPLE_RATE, maxSeconds, endOfSpeechMs);
        }
    }

    /** What was heard so far; the end of it may still change. */
    record Partial(String type, String text) implements ServerFrame {

        Partial(String text) {
            this("partial", text);
        }
    }

    /** What was said. */
    record Final(String type, String transcript) implements ServerFrame {

        Final(String transcript) {
            this("final", transcript);
        }
    }

    /** What came of it; one that still executes comes again when it has settled. */
    record Command(String type, CommandResponse command) implements ServerFrame {

        Command(CommandResponse command) {
            this("command", command);
        }
    }

    /** The access token expires soon. */
    record AuthExpiring(String type, long inSeconds) implements ServerFrame {

        AuthExpiring(long inSeconds) {
            this("auth_expiring", inSeconds);
        }
    }

    /** @param retryAfterSeconds when to say it again; null when that would not help */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Error(
            String type,
            String code,
            String detail,
            @Nullable Integer retryAfterSeconds) implements ServerFrame {

        Error(String code, String detail) {
            this("error", code, detail, null);
        }

        static Error of(TooBusyException busy) {
            return new Error("error", busy.code(), busy.detail(), TooBusyException.RETRY_AFTER_SECONDS);
        }
    }
}
