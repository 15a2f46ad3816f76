package com.ceoplatform.voice.speech;

import java.util.List;
import java.util.Locale;

/**
 * What the speaker is likely to say.
 *
 * @param names phrases to favour, spelled as they should come out: people, channels, tasks. Each one is favoured as a
 *     whole from its first word on, so "Sarah Chen" also helps "Sarah"; a family name used alone is a phrase of its own
 * @param locale the language spoken; {@link Locale#ROOT} leaves it to the recogniser
 */
public record RecognitionHints(List<String> names, Locale locale) {

    private static final RecognitionHints NONE = new RecognitionHints(List.of(), Locale.ROOT);

    public RecognitionHints {
        names = List.copyOf(names);
    }

    public static RecognitionHints none() {
        return NONE;
    }

    public static RecognitionHints ofNames(List<String> names) {
        return new RecognitionHints(names, Locale.ENGLISH);
    }
}
