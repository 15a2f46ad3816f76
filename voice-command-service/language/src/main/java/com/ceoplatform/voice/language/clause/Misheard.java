package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.text.Token;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a recogniser wrote for another word that sounds the same: "too the finance team", "half passed nine". */
public final class Misheard {

    private final Transcript words;
    private final Language language;
    private final SceneSlots slots;

    private Misheard(Scene scene) {
        this.words = scene.transcript();
        this.language = scene.language();
        this.slots = new SceneSlots(scene);
    }

    /** The words that were said; those of somebody who writes, with capitals, stay as they are. */
    public static Transcript mended(Scene scene) {
        Transcript said = scene.transcript();
        return said.lowerCase() && !scene.language().phrases("misheard").isEmpty()
                ? new Misheard(scene).mended()
                : said;
    }

    private Transcript mended() {
        List<Token> mended = new ArrayList<>(words.tokens());
        for (int i = 0; i < words.size(); i++) {
            Optional<Matched> match = match(i);
            if (match.isPresent()) {
                Matched wrong = match.get();
                boolean last = wrong.rule().defaults().containsKey("last");
                int at = last ? wrong.end() - 1 : i;
                mended.set(at, mended.get(at).heardAs(wrong.rule().name()));
            }
        }
        return new Transcript(mended);
    }

    private Optional<Matched> match(int from) {
        boolean time = from > 0
                && language.words("before_times").contains(words.at(from - 1).norm());
        return slots.matcher().prefixes(language.phrases("misheard"), from, words.size()).stream()
                .filter(match -> !time || match.rule().defaults().containsKey("time"))
                .max(Comparator.comparingInt(Matched::end));
    }
}
