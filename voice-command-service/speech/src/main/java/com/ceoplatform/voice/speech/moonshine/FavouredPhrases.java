package com.ceoplatform.voice.speech.moonshine;

import com.ceoplatform.voice.speech.RecognitionHints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hints as the decoder needs them. Those of the last speakers are kept: every part of an utterance comes with the same. */
final class FavouredPhrases {

    private static final int KEPT = 16;

    private final CommandPhrases commands = CommandPhrases.english();
    private final LlamaVocabulary vocabulary;
    private final Map<RecognitionHints, PhraseTrie> latest = new LinkedHashMap<>(KEPT, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RecognitionHints, PhraseTrie> eldest) {
            return size() > KEPT;
        }
    };

    FavouredPhrases(LlamaVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    PhraseTrie of(RecognitionHints hints) {
        synchronized (latest) {
            PhraseTrie known = latest.get(hints);
            if (known != null) {
                return known;
            }
        }
        List<String> titles = hints.titles().stream().map(String::strip).toList();
        PhraseTrie built = PhraseTrie.of(hints.names(), titles, commands, vocabulary);
        synchronized (latest) {
            latest.put(hints, built);
        }
        return built;
    }
}
