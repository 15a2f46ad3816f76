package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.text.Numbers;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** "The second one", "the last channel", "the other two": some of the things that were just spoken of. */
final class Ordinals {

    private final Scene scene;
    private final ReferenceKind kind;
    private final Set<String> nouns;

    /** @param nouns what such things are called */
    Ordinals(Scene scene, ReferenceKind kind, Set<String> nouns) {
        this.scene = scene;
        this.kind = kind;
        this.nouns = nouns;
    }

    /** Empty when the words are no such thing, or nothing is there to choose from. */
    Optional<List<Reference>> read(int from, int to) {
        Transcript words = scene.transcript();
        List<Reference> choice = choices();
        int position = from;
        while (position < to && listed("articles", position)) {
            position++;
        }
        if (choice.isEmpty() || position == to) {
            return Optional.empty();
        }
        boolean named = to > position + 1 && (nouns.contains(words.at(to - 1).norm()) || listed("one", to - 1));
        int noun = named ? to - 1 : to;
        if (listed("other", position)) {
            return Optional.of(others(choice));
        }
        if (list("last").containsKey(words.words(position, noun)) && noun < to) {
            return Optional.of(List.of(choice.getLast()));
        }
        if (choice.size() < 2) {
            return Optional.empty();
        }
        Optional<Numbers.Said> number = Numbers.at(words, position, noun, list("ordinal"));
        return number.filter(
                        ordinal -> ordinal.end() == noun && ordinal.number() <= choice.size() && ordinal.number() > 0)
                .map(ordinal -> List.of(choice.get(ordinal.number() - 1)));
    }

    private boolean listed(String set, int index) {
        return scene.language().words(set).contains(scene.transcript().at(index).norm());
    }

    private Map<String, String> list(String name) {
        return scene.language().lists().getOrDefault(name, Map.of());
    }

    private List<Reference> others(List<Reference> choice) {
        List<Reference> rest = new ArrayList<>(choice);
        rest.removeAll(
                scene.salience().lastOne(kind).map(Salience.Entry::references).orElse(List.of()));
        return rest;
    }

    private List<Reference> choices() {
        Optional<Salience.Entry> last = scene.salience().last(kind);
        if (last.isPresent() && last.get().references().size() > 1) {
            return last.get().references();
        }
        List<Reference> created = scene.salience().created(kind);
        return created.size() > 1
                ? created
                : scene.salience()
                        .lastSeveral(kind)
                        .or(() -> last)
                        .map(Salience.Entry::references)
                        .orElse(List.of());
    }
}
