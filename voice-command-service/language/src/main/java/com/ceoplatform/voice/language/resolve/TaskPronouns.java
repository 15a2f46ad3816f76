package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tasks that are not named: "it", "them", "the second one", "the other two". */
final class TaskPronouns {

    private static final double SURE = 3;

    private final Scene scene;
    private final Ordinals ordinals;

    TaskPronouns(Scene scene) {
        this.scene = scene;
        this.ordinals = new Ordinals(scene, ReferenceKind.TASK, scene.language().words("task_nouns"));
    }

    /** Empty when the words are no such thing. */
    Optional<Resolution> read(int from, int to) {
        return pronoun(from, to)
                .or(() -> ordinals.read(from, to)
                        .map(some -> new Resolution(Found.pronoun(ReferenceKind.TASK, some), SURE)));
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
            boolean pair = scene.language()
                    .words("pair")
                    .contains(scene.transcript().at(from).norm());
            entry = allCreated()
                    .or(() -> pair ? salience.lastPair(ReferenceKind.TASK) : Optional.empty())
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
}
