package com.ceoplatform.voice.speech;

import java.util.List;
import java.util.Locale;

/**
 * What the speaker is likely to say.
 *
 * @param names of people and channels, spelled as they should come out. Each one is favoured as a whole from its first
 *     word on, so "Sarah Chen" also helps "Sarah"; a family name used alone is a name of its own
 * @param titles of tasks and the like, made of common words: favoured only where they are said to the end
 * @param locale the language spoken; {@link Locale#ROOT} leaves it to the recogniser
 */
public record RecognitionHints(List<String> names, List<String> titles, Locale locale) {

    private static final RecognitionHints NONE = new RecognitionHints(List.of(), List.of(), Locale.ROOT);

    public RecognitionHints {
        names = List.copyOf(names);
        titles = List.copyOf(titles);
    }

    public static RecognitionHints none() {
        return NONE;
    }

    public static RecognitionHints ofNames(List<String> names) {
        return new RecognitionHints(names, List.of(), Locale.ENGLISH);
    }
}
