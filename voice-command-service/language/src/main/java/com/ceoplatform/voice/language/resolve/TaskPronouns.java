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

/** Tasks that are not named: "it", "them", "the second one", "the other two". */
final class TaskPronouns {

    private static final double SURE = 3;

    private final Scene scene;

    TaskPronouns(Scene scene) {
        this.scene = scene;
    }

    /** Empty when the words are no such thing. */
    Optional<Resolution> read(int from, int to) {
        return pronoun(from, to).or(() -> ordinal(from, to));
    }

    private Optional<Resolution> pronoun(int from, int to) {
        String words = scene.transcript().words(from, to);
        Salience salience = scene.salience();
        Optional<Salience.Entry> entry;
        if (listed("task_this").contains(words)) {
            entry = salience.pointedAt(ReferenceKind.TASK);
        } else if (listed("task_it").contains(words)) {
            entry = salience.last(ReferenceKind.TASK);
        } else if (listed("task_them").contains(words)) {
            entry = allCreated()
                    .or(() -> salience.lastSeveral(ReferenceKind.TASK))
                    .or(() -> salience.last(ReferenceKind.TASK));
        } else {
            return Optional.empty();
        }
        Unclear unclear = Unclear.unknown(ReferenceKind.TASK, words);
        return Optional.of(entry.map(
                        known -> new Resolution(Found.pronoun(ReferenceKind.TASK, known.references()), SURE - 0.5))
                .or(() -> scene.bound(unclear.key())
                        .map(bound -> new Resolution(Found.pronoun(ReferenceKind.TASK, bound), SURE)))
                .orElseGet(() -> new Resolution(Found.nobody(unclear), -0.5)));
    }

    private Optional<Salience.Entry> allCreated() {
        List<Reference> created = scene.salience().created(ReferenceKind.TASK);
        boolean newest = scene.salience()
                .last(ReferenceKind.TASK)
                .map(entry -> created.containsAll(entry.references()))
                .orElse(false);
        return created.size() > 1 && newest
                ? Optional.of(new Salience.Entry(ReferenceKind.TASK, created))
                : Optional.empty();
    }

    private Set<String> listed(String list) {
        return scene.language().lists().getOrDefault(list, Map.of()).keySet();
    }

    /** "The second one", "the last task", "the other two". */
    private Optional<Resolution> ordinal(int from, int to) {
        Transcript words = scene.transcript();
        List<Reference> choice = choices();
        int position = from;
        while (position < to
                && scene.language()
                        .words("articles")
                        .contains(words.at(position).norm())) {
            position++;
        }
        if (choice.isEmpty() || position == to) {
            return Optional.empty();
        }
        boolean named = to > position + 1 && (task(to - 1) || one(to - 1));
        int noun = named ? to - 1 : to;
        String said = words.words(position, noun);
        if (scene.language().words("other").contains(words.at(position).norm())) {
            return Optional.of(others(choice));
        }
        if (listed("last").contains(said) && noun < to) {
            return Optional.of(one(choice.getLast()));
        }
        if (choice.size() < 2) {
            return Optional.empty();
        }
        Optional<Numbers.Said> number =
                Numbers.at(words, position, noun, scene.language().lists().getOrDefault("ordinal", Map.of()));
        return number.filter(
                        ordinal -> ordinal.end() == noun && ordinal.number() <= choice.size() && ordinal.number() > 0)
                .map(ordinal -> one(choice.get(ordinal.number() - 1)));
    }

    private Resolution others(List<Reference> choice) {
        List<Reference> named = scene.salience()
                .lastOne(ReferenceKind.TASK)
                .map(Salience.Entry::references)
                .orElse(List.of());
        List<Reference> rest = new ArrayList<>(choice);
        rest.removeAll(named);
        return new Resolution(Found.pronoun(ReferenceKind.TASK, rest), SURE);
    }

    private static Resolution one(Reference reference) {
        return new Resolution(Found.pronoun(ReferenceKind.TASK, List.of(reference)), SURE);
    }

    private List<Reference> choices() {
        Optional<Salience.Entry> last = scene.salience().last(ReferenceKind.TASK);
        if (last.isPresent() && last.get().references().size() > 1) {
            return last.get().references();
        }
        List<Reference> created = scene.salience().created(ReferenceKind.TASK);
        return created.size() > 1
                ? created
                : scene.salience()
                        .lastSeveral(ReferenceKind.TASK)
                        .or(() -> last)
                        .map(Salience.Entry::references)
                        .orElse(List.of());
    }

    private boolean task(int index) {
        return scene.language()
                .words("task_nouns")
                .contains(scene.transcript().at(index).norm());
    }

    private boolean one(int index) {
        return scene.language()
                .words("one")
                .contains(scene.transcript().at(index).norm());
    }
}
