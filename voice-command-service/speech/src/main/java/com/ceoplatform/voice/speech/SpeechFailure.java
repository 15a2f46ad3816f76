package com.ceoplatform.voice.speech;

/** Why there is no transcript. The code is stable and meant for clients. */
public enum SpeechFailure {
    /** The audio is fine, nobody speaks in it. */
    NO_SPEECH("no_speech"),
    /** Someone speaks, but no words could be made out: ask to repeat. */
    NOT_RECOGNISED("speech_not_recognised"),
    /** More bytes or more seconds than allowed. */
    TOO_LONG("audio_too_long"),
    /** Not an audio format this platform decodes. */
    UNSUPPORTED_FORMAT("unsupported_audio_format"),
    /** A known format, but empty, truncated or damaged. */
    CORRUPT_AUDIO("corrupt_audio"),
    /** The recogniser does not know the language asked for. */
    UNSUPPORTED_LANGUAGE("unsupported_language"),
    /** More recognitions are waiting than can be served in time: try again later. */
    ENGINE_BUSY("speech_engine_busy"),
    /** Models missing, native library missing, remote service down or refusing. */
    ENGINE_UNAVAILABLE("speech_engine_unavailable");

    private final String code;

    SpeechFailure(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
