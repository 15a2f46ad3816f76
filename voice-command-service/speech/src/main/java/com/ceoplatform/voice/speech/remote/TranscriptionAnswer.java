package com.ceoplatform.voice.speech.remote;

import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the speech service answered, as text or as the failure it amounts to. */
final class TranscriptionAnswer {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DETAIL_CHARACTERS = 200;
    /** Nobody says so much in the longest audio that is taken. */
    private static final int MOST_CHARACTERS = 5_000;
    /** No speech has any of these, and databases do not take all of them. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private TranscriptionAnswer() {}

    static String text(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw failure(response);
        }
        JsonNode text = parse(response.body()).path("text");
        if (!text.isString()) {
            throw new SpeechException(SpeechFailure.ENGINE_UNAVAILABLE, "The speech service answered without a text");
        }
        String words = CONTROL.matcher(text.stringValue()).replaceAll(" ").strip();
        if (words.isEmpty()) {
            throw new SpeechException(SpeechFailure.NO_SPEECH, "The speech service heard nobody speak");
        }
        if (words.length() > MOST_CHARACTERS) {
            throw new SpeechException(
                    SpeechFailure.ENGINE_UNAVAILABLE,
                    "The speech service answered with %d characters for one command".formatted(words.length()));
        }
        return words;
    }

    private static SpeechException failure(HttpResponse<String> response) {
        int status = response.statusCode();
        SpeechFailure failure = switch (status) {
            case 413 -> SpeechFailure.TOO_LONG;
            case 429, 503 -> SpeechFailure.ENGINE_BUSY;
            default -> SpeechFailure.ENGINE_UNAVAILABLE;
        };
        return new SpeechException(
                failure, "The speech service answered %d: %s".formatted(status, detail(response.body())));
    }

    /** One line of what the service says about it. */
    private static String detail(String body) {
        String line = body.replaceAll("\\s+", " ").strip();
        return line.length() <= DETAIL_CHARACTERS ? line : line.substring(0, DETAIL_CHARACTERS) + "...";
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new SpeechException(
                    SpeechFailure.ENGINE_UNAVAILABLE, "The speech service did not answer with JSON", e);
        }
    }
}
