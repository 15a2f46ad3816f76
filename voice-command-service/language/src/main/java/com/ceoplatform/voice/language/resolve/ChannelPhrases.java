package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.organisation.Channel;
import com.ceoplatform.voice.language.organisation.Match;
import com.ceoplatform.voice.language.organisation.Words;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.text.Gap;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads which channel is meant: by name, as "it" or "there", or as a selection ("the three oldest project channels"). */
final class ChannelPhrases {

    private static final double LEAST = 0.55;
    private static final double EQUAL = 0.02;
    private static final double SURE = 3;
    private static final double UNKNOWN = -3;
    private static final double WHOLE = 2.1;

    private final Scene scene;
    private final ChannelSelection selection;
    private final Ordinals ordinals;
    private final Map<String, List<Match<Channel>>> looked = new HashMap<>();

    ChannelPhrases(Scene scene) {
        this.scene = scene;
        this.selection = new ChannelSelection(scene);
        this.ordinals =
                new Ordinals(scene, ReferenceKind.CHANNEL, scene.language().words("channel_nouns"));
    }

    Resolution resolve(int from, int to) {
        return pronoun(from, to)
                .or(() -> ordinals.read(from, to)
                        .map(some -> new Resolution(Found.pronoun(ReferenceKind.CHANNEL, some), SURE)))
                .or(() -> allBut(from, to))
                .or(() -> selection.read(from, to).map(found -> new Resolution(found, SURE)))
                .orElseGet(() -> nameOrNames(from, to));
    }

    /** "All project channels except customs and board prep". */
    private Optional<Resolution> allBut(int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            if (scene.language()
                    .words("except")
                    .contains(scene.transcript().at(i).norm())) {
                Optional<Found> all = selection.read(from, i);
                int behind = scene.transcript().at(i + 1).is("for") && i + 2 < to ? i + 2 : i + 1;
                Resolution kept = nameOrNames(behind, to);
                return all.map(some -> new Resolution(some.without(kept.found()), SURE));
            }
        }
        return Optional.empty();
    }

    private Resolution nameOrNames(int from, int to) {
        Resolution one = named(from, to);
        // A name that explains all that was said; else the words may name two.
        boolean whole = one.found().clear() && one.score() > WHOLE;
        return whole ? one : several(from, to).orElse(one);
    }

    /** "Customs and mobile app", "the mobile app and the customs channels". */
    private Optional<Resolution> several(int from, int to) {
        boolean plural = scene.language()
                .words("channel_plural")
                .contains(scene.transcript().at(to - 1).norm());
        int end = plural && to - from > 1 ? to - 1 : to;
        for (int cut = from + 1; cut < end; cut++) {
            int i = cut;
            boolean and = i < end - 1
                    && scene.language()
                            .words("and")
                            .contains(scene.transcript().at(i).norm());
            boolean unwritten = !and && scene.transcript().lowerCase() && andBehind(i, end);
            if (and || unwritten || scene.transcript().gap(i) == Gap.COMMA) {
                Resolution first = selection
                        .read(from, i)
                        .map(found -> new Resolution(found, SURE))
                        .orElseGet(() -> named(from, i));
                Resolution rest = nameOrNames(behindPlace(and ? i + 1 : i, end), end);
                double least = unwritten ? WHOLE : 1;
                if (first.found().clear() && rest.found().clear() && first.score() > least && rest.score() > 1) {
                    return Optional.of(new Resolution(first.found().and(rest.found()), SURE));
                }
            }
        }
        return Optional.empty();
    }

    /** "Ops desk hangar and ramp safety", written down by a recogniser: a list that ends in an "and". */
    private boolean andBehind(int index, int end) {
        return IntStream.range(index + 1, end - 1)
                .anyMatch(i -> scene.language()
                        .words("and")
                        .contains(scene.transcript().at(i).norm()));
    }

    /** "From A and from B". */
    private int behindPlace(int index, int end) {
        boolean place =
                listed("selects_place").contains(scene.transcript().at(index).norm());
        return place && index < end - 1 ? index + 1 : index;
    }

    private Optional<Resolution> pronoun(int from, int to) {
        String words = scene.transcript().words(from, to);
        Salience salience = scene.salience();
        Optional<Salience.Entry> entry = Optional.empty();
        if (listed("channel_this").contains(words)) {
            entry = salience.pointedAt(ReferenceKind.CHANNEL);
        } else if (listed("channel_it").contains(words)) {
            entry = salience.last(ReferenceKind.CHANNEL);
        } else if (listed("channel_them").contains(words)) {
            List<Reference> made = salience.created(ReferenceKind.CHANNEL);
            entry = made.size() > 1
                    ? Optional.of(new Salience.Entry(ReferenceKind.CHANNEL, made))
                    : salience.lastSeveral(ReferenceKind.CHANNEL).or(() -> salience.last(ReferenceKind.CHANNEL));
        } else {
            return Optional.empty();
        }
        boolean explicit = words.contains(" ");
        Unclear unclear = Unclear.unknown(ReferenceKind.CHANNEL, words);
        return Optional.of(entry.map(
                        known -> new Resolution(Found.pronoun(ReferenceKind.CHANNEL, known.references()), SURE - 0.5))
                .or(() -> scene.bound(unclear.key())
                        .map(bound -> new Resolution(Found.pronoun(ReferenceKind.CHANNEL, bound), SURE)))
                .orElseGet(() -> new Resolution(Found.nobody(unclear), explicit ? -0.5 : UNKNOWN)));
    }

    private Set<String> listed(String list) {
        return scene.language().lists().getOrDefault(list, Map.of()).keySet();
    }

    private Resolution named(int from, int to) {
        Transcript words = scene.transcript();
        Set<String> nouns = scene.language().words("channel_nouns");
        int start = from;
        while (start < to - 1
                && scene.language().words("articles").contains(words.at(start).norm())) {
            start++;
        }
        int end = to;
        boolean saysChannel = false;
        if (start < end - 1 && nouns.contains(words.at(end - 1).norm())) {
            end--;
            saysChannel = true;
        } else if (start < end - 1 && nouns.contains(words.at(start).norm())) {
            start++;
            saysChannel = true;
        }
        String name = words.words(start, end);
        Resolution bare = look(name.startsWith("#") ? name.substring(1) : name, saysChannel || name.startsWith("#"));
        if (saysChannel && bare.score() < SURE) {
            Resolution whole = look(words.words(start, to), true);
            Resolution better = whole.score() > bare.score() ? whole : bare;
            return new Resolution(better.found(), better.score() + 1);
        }
        return bare;
    }

    private Resolution look(String name, boolean saysChannel) {
        Unclear unknown = Unclear.unknown(ReferenceKind.CHANNEL, name);
        Optional<List<Reference>> bound = scene.bound(unknown.key());
        if (bound.isPresent()) {
            return new Resolution(Found.some(ReferenceKind.CHANNEL, bound.get()), SURE);
        }
        Optional<Reference> fresh = scene.salience().created(ReferenceKind.CHANNEL).stream()
                .filter(created -> same(created.label(), name))
                .findFirst();
        if (fresh.isPresent()) {
            return new Resolution(Found.one(ReferenceKind.CHANNEL, fresh.get()), SURE);
        }
        List<Match<Channel>> matches = looked.computeIfAbsent(name, scene.organisation()::findChannels).stream()
                .filter(match -> match.score() >= LEAST
                        && !scene.swallows(name, match.value().name()))
                .toList();
        if (matches.isEmpty()) {
            return new Resolution(Found.not(unknown), saysChannel ? -0.5 : UNKNOWN);
        }
        return choose(name, matches);
    }

    static boolean same(String label, String said) {
        List<String> one = Words.of(label);
        List<String> other = Words.of(said);
        return !other.isEmpty() && (one.equals(other) || String.join("", one).equals(String.join("", other)));
    }

    private Resolution choose(String name, List<Match<Channel>> matches) {
        double best = matches.getFirst().score();
        List<Match<Channel>> equal =
                matches.stream().filter(match -> match.score() >= best - EQUAL).toList();
        List<Match<Channel>> active =
                equal.stream().filter(match -> !match.value().archived()).toList();
        List<Reference> references = (active.isEmpty() ? equal : active)
                .stream().map(match -> Reference.to(match.value())).toList();
        double score = SURE * (best - 0.2);
        return references.size() == 1
                ? new Resolution(Found.one(ReferenceKind.CHANNEL, references.getFirst()), score)
                : new Resolution(Found.not(Unclear.ambiguous(ReferenceKind.CHANNEL, name, references)), score - 0.3);
    }
}
