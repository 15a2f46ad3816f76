package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Found;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.resolve.Unclear;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether what fits a sentence can be what somebody means who speaks to this platform. */
final class Sense {

    private final Scene scene;

    Sense(Scene scene) {
        this.scene = scene;
    }

    /**
     * Orders of which nothing is known but a verb that half the world's sentences begin with ("transfer 5000 euros") are
     * not for this platform.
     */
    boolean meant(Order order) {
        String first = scene.transcript().at(order.from()).norm();
        boolean asked = scene.language().words("asking").contains(first)
                && !order.matched().rule().wantsFirst(first);
        boolean condition = Set.of("condition", "repeat", "task.add_dependency").contains(order.action());
        if (emptyContent(order)) {
            return false;
        }
        if (asked
                && !condition
                && !order.action().startsWith("query.")
                && !order.action().startsWith("dialogue.")) {
            return false;
        }
        boolean wished = (order.action().equals("task.create") || order.action().equals("task.update"))
                && order.from() + 1 < order.to()
                && scene.language().words("give_me").contains(first)
                && scene.language()
                        .words("speaker")
                        .contains(scene.transcript().at(order.from() + 1).norm())
                && order.found("assignees").filter(this::others).isEmpty();
        if (wished) {
            return false;
        }
        boolean twoPlaces = order.action().startsWith("task.")
                && order.found("channel")
                        .filter(found -> found.references().size() > 1)
                        .isPresent();
        if (twoPlaces) {
            return false;
        }
        boolean unknown = false;
        boolean known = false;
        for (Filling filling : order.matched().slots().values()) {
            boolean lost = filling.value() instanceof Found found && !found.clear() && !found.pronoun();
            boolean text = filling.value() instanceof Value.Span;
            if (lost && denied((Found) filling.value())) {
                return false;
            }
            unknown |= lost && thing(((Found) filling.value()).unclear().getFirst());
            known |= !lost && !text;
        }
        // Tasks that are related may be those of the orders before.
        boolean later = order.from() > 0 && order.action().equals("task.add_dependency");
        return !unknown || known || later || mentionsPlatform(order.from(), order.to());
    }

    /** Somebody but the speaker. */
    private boolean others(Found people) {
        String speaker = scene.utterance().speaker().id();
        return people.clear()
                && people.references().stream().noneMatch(person -> person.id().equals(speaker));
    }

    /** "Let her know about it" says nothing of its own. */
    private boolean emptyContent(Order order) {
        return order.span("content")
                .filter(span -> IntStream.range(span.from(), span.to())
                        .allMatch(i -> scene.language()
                                .words("pronouns")
                                .contains(scene.transcript().at(i).norm())))
                .isPresent();
    }

    /** "Don't assign that ...", "for that" name nothing. */
    private boolean denied(Found lost) {
        String said = lost.unclear().getFirst().said();
        return scene.language().words("denials").contains(said.split(" ")[0]);
    }

    private static boolean thing(Unclear unclear) {
        return unclear.reason() == Unclear.Reason.UNKNOWN && unclear.kind() != ReferenceKind.USER;
    }

    private boolean mentionsPlatform(int from, int to) {
        return IntStream.range(from, to)
                .anyMatch(i -> scene.language()
                        .words("platform")
                        .contains(scene.transcript().at(i).norm()));
    }
}
