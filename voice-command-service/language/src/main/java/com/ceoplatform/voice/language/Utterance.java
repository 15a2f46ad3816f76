package com.ceoplatform.voice.language;

import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * One thing somebody said.
 *
 * @param now the moment it was said; every relative date counts from here
 * @param locale language of the transcript, {@code en} or {@code es}; a language without intents is read as English
 */
public record Utterance(String transcript, Speaker speaker, Instant now, ClientContext context, String locale) {

    /** The moment it was said, on the speaker's own clock. */
    public ZonedDateTime localNow() {
        return now.atZone(speaker.zone());
    }

    public Utterance withTranscript(String text) {
        return new Utterance(text, speaker, now, context, locale);
    }

    public Utterance withContext(ClientContext other) {
        return new Utterance(transcript, speaker, now, other, locale);
    }
}
