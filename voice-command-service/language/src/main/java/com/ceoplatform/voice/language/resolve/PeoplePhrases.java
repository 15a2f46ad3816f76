package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.text.Gap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads who is meant: names, teams, roles, pronouns, and lists of them. */
public final class PeoplePhrases {

    private static final int LONGEST = 14;
    private static final int MOST_UNWRITTEN = 8;
    private static final int MOST = 24;

    private final Scene scene;
    private final Groups groups;
    private final Map<Integer, List<Filling>> items = new HashMap<>();
    private final Map<String, List<Filling>> lists = new HashMap<>();
    private final Names names;
    private final Departments departments;

    public PeoplePhrases(Scene scene) {
        this.scene = scene;
        this.groups = new Groups(scene);
        this.names = new Names(scene);
        this.departments = new Departments(scene);
    }

    public List<Filling> names(int from, int limit) {
        return names.at(from, limit);
    }

    public List<Filling> owners(int from, int limit) {
        return names.owner(from, limit);
    }

    public List<Filling> departments(int from, int limit) {
        return departments.at(from, limit);
    }

    /** Names in this sentence may have become clearer or salient: pronouns are read anew. */
    public void forget() {
        items.clear();
        lists.clear();
    }

    /** One or several people, from a position on. */
    public List<Filling> parse(Matcher matcher, int from, int limit) {
        return lists.computeIfAbsent(from + ":" + limit, key -> lists(matcher, from, limit));
    }

    private List<Filling> lists(Matcher matcher, int from, int limit) {
        List<Filling> all = new ArrayList<>(item(matcher, from, limit));
        for (int i = 0; i < all.size() && all.size() < MOST; i++) {
            Filling first = all.get(i);
            theirTeam(first, limit).ifPresent(all::add);
            for (int next : continuations(first.end(), limit)) {
                for (Filling more : item(matcher, next, limit)) {
                    Found both = ((Found) first.value()).and((Found) more.value());
                    all.add(new Filling(from, more.end(), both, first.score() + more.score()));
                }
            }
            exception(matcher, first, limit).ifPresent(all::add);
        }
        return all;
    }

    /** Where the next of a list begins, when one can follow here. */
    private List<Integer> continuations(int end, int limit) {
        if (end >= limit) {
            return List.of();
        }
        if (scene.language().words("and").contains(scene.transcript().at(end).norm())) {
            return List.of(end + 1);
        }
        boolean next = scene.transcript().gap(end) == Gap.COMMA || unwrittenComma(end, limit);
        return next ? List.of(end) : List.of();
    }

    /** "Frank Ray and Sandy", written down by a recogniser: only what ends in an "and" is a list. */
    private boolean unwrittenComma(int end, int limit) {
        // "Olivia Santos" is one, not two.
        boolean inside = names.at(end - 1, limit).stream().anyMatch(filling -> filling.end() > end && clear(filling));
        return scene.transcript().lowerCase() && !inside && endsInAnd(end, limit, MOST_UNWRITTEN);
    }

    private boolean endsInAnd(int from, int limit, int more) {
        for (int i = from + 1; i < Math.min(limit - 1, from + LONGEST); i++) {
            boolean and = scene.language()
                    .words("and")
                    .contains(scene.transcript().at(i).norm());
            if (!certain(from, i)) {
                continue;
            }
            boolean ends = and
                    ? names.at(i + 1, limit).stream().anyMatch(PeoplePhrases::clear)
                    : more > 0 && endsInAnd(i, limit, more - 1);
            if (ends) {
                return true;
            }
        }
        return false;
    }

    private boolean certain(int from, int to) {
        return names.at(from, to).stream().anyMatch(filling -> filling.end() == to && clear(filling));
    }

    private static boolean clear(Filling filling) {
        return filling.value() instanceof Found found && found.clear();
    }

    /** "Rich and his team". */
    private Optional<Filling> theirTeam(Filling first, int limit) {
        int at = first.end();
        boolean team = at + 2 < limit
                && scene.language()
                        .words("and")
                        .contains(scene.transcript().at(at).norm())
                && scene.language()
                        .words("possessive")
                        .contains(scene.transcript().at(at + 1).norm())
                && scene.language()
                        .words("team_nouns")
                        .contains(scene.transcript().at(at + 2).norm());
        if (!team || !clear(first)) {
            return Optional.empty();
        }
        Found owner = (Found) first.value();
        Found both = owner.and(groups.team(owner));
        return Optional.of(new Filling(first.from(), at + 3, both, first.score() + 4));
    }

    private Optional<Filling> exception(Matcher matcher, Filling all, int limit) {
        int at = all.end();
        boolean except = at + 1 < limit
                && ((Found) all.value()).group()
                && scene.language()
                        .words("except")
                        .contains(scene.transcript().at(at).norm());
        return !except
                ? Optional.empty()
                : item(matcher, at + 1, limit).stream()
                        .findFirst()
                        .map(out -> new Filling(
                                all.from(),
                                out.end(),
                                ((Found) all.value()).without((Found) out.value()),
                                all.score() + out.score() + 1));
    }

    private List<Filling> item(Matcher matcher, int from, int limit) {
        if (from >= limit) {
            return List.of();
        }
        List<Filling> known = items.get(from * 10_000 + limit);
        if (known != null) {
            return known;
        }
        Map<Integer, Filling> best = new HashMap<>();
        int to = Math.min(limit, from + LONGEST);
        for (Matched phrase : matcher.prefixes(scene.language().phrases("person"), from, to)) {
            groups.read(phrase)
                    .ifPresent(found -> best.merge(
                            phrase.end(),
                            new Filling(from, phrase.end(), found, phrase.score()),
                            PeoplePhrases::better));
        }
        List<Filling> fillings = new ArrayList<>(best.values());
        items.put(from * 10_000 + limit, fillings);
        return fillings;
    }

    private static Filling better(Filling one, Filling other) {
        boolean oneClear = ((Found) one.value()).clear();
        boolean otherClear = ((Found) other.value()).clear();
        if (oneClear != otherClear) {
            return oneClear ? one : other;
        }
        return one.score() >= other.score() ? one : other;
    }

    /** Only people who are certainly meant. */
    public List<Filling> parseKnown(Matcher matcher, int from, int limit) {
        return parse(matcher, from, limit).stream()
                .filter(filling -> filling.value() instanceof Found found
                        && found.kind() == ReferenceKind.USER
                        && (found.pronoun()
                                || found.unclear().stream()
                                        .allMatch(unclear -> unclear.reason() == Unclear.Reason.AMBIGUOUS)))
                .toList();
    }
}
