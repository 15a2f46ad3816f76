package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.SelectionWords.Reading;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whose tasks a selection means: "my", "Sarah's", "whatever Tomasz has", "assigned to Mike". */
final class SelectionOwners {

    private final Scene scene;
    private final PeoplePhrases people;
    private final Matcher matcher;
    private final int to;

    SelectionOwners(Reading reading, Matcher matcher, int to) {
        this.scene = reading.scene();
        this.people = reading.people();
        this.matcher = matcher;
        this.to = to;
    }

    /** Who they are, and where the words that say so end. */
    record Owners(List<Reference> people, int end) {}

    /** @param everything all of what they have may be meant */
    Optional<Owners> at(int position, boolean everything) {
        return mine(position)
                .or(() -> theirs(position))
                .or(() -> first(people.owners(position, to)))
                .or(() -> everything ? having(position) : Optional.empty());
    }

    /** Behind "assigned to", unless nothing of the kind was said. */
    Optional<Owners> from(int start, int position) {
        return start == position ? Optional.empty() : longest(people.parseKnown(matcher, start, to), false);
    }

    Optional<Owners> team(int start) {
        return longest(people.parseKnown(matcher, start, to), true);
    }

    private Optional<Owners> mine(int position) {
        Reference speaker = new Reference(
                ReferenceKind.USER,
                scene.utterance().speaker().id(),
                scene.utterance().speaker().name());
        return scene.transcript().is(position, "my")
                ? Optional.of(new Owners(List.of(speaker), position + 1))
                : Optional.empty();
    }

    private Optional<Owners> theirs(int position) {
        return listed("possessive", position)
                ? scene.salience()
                        .lastOne(ReferenceKind.USER)
                        .map(entry -> new Owners(entry.references(), position + 1))
                : Optional.empty();
    }

    /** "Whatever Tomasz has open". */
    private Optional<Owners> having(int position) {
        List<Filling> names = people.names(position, to).stream()
                .filter(filling -> filling.end() < to && listed("having", filling.end()))
                .toList();
        return first(names).map(owners -> new Owners(owners.people(), owners.end() + 1));
    }

    private boolean listed(String set, int index) {
        return scene.language().words(set).contains(scene.transcript().at(index).norm());
    }

    private static Optional<Owners> first(Collection<Filling> fillings) {
        return fillings.stream()
                .filter(filling -> filling.value() instanceof Found found && found.clear())
                .findFirst()
                .map(SelectionOwners::owners);
    }

    private static Optional<Owners> longest(Collection<Filling> fillings, boolean group) {
        return fillings.stream()
                .filter(filling -> filling.value() instanceof Found found && found.clear() && (!group || found.group()))
                .max(Comparator.comparingInt(Filling::end))
                .map(SelectionOwners::owners);
    }

    private static Owners owners(Filling filling) {
        return new Owners(((Found) filling.value()).references(), filling.end());
    }
}
