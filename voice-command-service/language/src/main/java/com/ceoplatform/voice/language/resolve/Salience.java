package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.ClientContext;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.dialogue.Mention;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What pronouns can mean: first what this sentence named, then what the conversation did, then what the client shows. Not
 * for use by several threads.
 */
public final class Salience {

    /** Things named together, with what they are even while they are still to be made. */
    public record Entry(ReferenceKind kind, List<Reference> references) {}

    private final List<Entry> here = new ArrayList<>();
    private final List<Entry> before = new ArrayList<>();
    private final List<Entry> shown = new ArrayList<>();
    private final List<Entry> created = new ArrayList<>();

    public Salience(Dialogue dialogue, ClientContext context, Organisation organisation) {
        for (Mention mention : dialogue.mentions()) {
            if (!mention.references().isEmpty()) {
                before.add(new Entry(mention.references().getFirst().kind(), mention.references()));
            }
        }
        if (context.taskId() != null) {
            organisation
                    .task(context.taskId())
                    .ifPresent(task -> shown.add(new Entry(ReferenceKind.TASK, List.of(Reference.to(task)))));
        }
        if (context.channelId() != null) {
            organisation
                    .channel(context.channelId())
                    .ifPresent(channel -> shown.add(new Entry(ReferenceKind.CHANNEL, List.of(Reference.to(channel)))));
        }
    }

    public void mention(ReferenceKind kind, List<Reference> references) {
        if (!references.isEmpty()) {
            Entry entry = new Entry(kind, List.copyOf(references));
            here.remove(entry);
            here.addFirst(entry);
        }
    }

    /** Something that an action of this sentence will make. */
    public void create(ReferenceKind kind, Reference action) {
        created.add(new Entry(kind, List.of(action)));
        mention(kind, List.of(action));
    }

    public List<Reference> created(ReferenceKind kind) {
        return created.stream()
                .filter(entry -> entry.kind() == kind)
                .flatMap(entry -> entry.references().stream())
                .toList();
    }

    public Optional<Entry> last(ReferenceKind kind) {
        return last(entry -> entry.kind() == kind);
    }

    /** What the client shows counts more for "this". */
    public Optional<Entry> pointedAt(ReferenceKind kind) {
        Optional<Entry> named =
                here.stream().filter(entry -> entry.kind() == kind).findFirst();
        return named.isPresent()
                ? named
                : Stream.concat(shown.stream(), before.stream())
                        .filter(entry -> entry.kind() == kind)
                        .findFirst();
    }

    public Optional<Entry> lastOne(ReferenceKind kind) {
        return last(entry -> entry.kind() == kind && entry.references().size() == 1);
    }

    public Optional<Entry> lastSeveral(ReferenceKind kind) {
        return last(entry -> entry.kind() == kind && entry.references().size() > 1);
    }

    /**
     * Those who are meant together: named together, or one by one in this sentence.
     *
     * @param number how many they are, 0 when nobody said
     */
    public Optional<Entry> together(ReferenceKind kind, int number) {
        List<Reference> alone = here.reversed().stream()
                .filter(entry -> entry.kind() == kind && entry.references().size() == 1)
                .map(entry -> entry.references().getFirst())
                .distinct()
                .toList();
        boolean named = here.stream()
                .anyMatch(entry -> entry.kind() == kind
                        && entry.references().size() > 1
                        && (number == 0 || entry.references().size() == number));
        List<Reference> all = here.reversed().stream()
                .filter(entry -> entry.kind() == kind)
                .flatMap(entry -> entry.references().stream())
                .distinct()
                .toList();
        // "All four of them": two who were named together and two who were not.
        if (!named && number > 2 && alone.size() < number && all.size() == number) {
            return Optional.of(new Entry(kind, all));
        }
        if (named || alone.size() < Math.max(2, number)) {
            return last(entry -> entry.kind() == kind
                            && entry.references().size() > 1
                            && (number == 0 || entry.references().size() == number))
                    .or(() -> lastSeveral(kind));
        }
        int from = number == 0 ? 0 : alone.size() - number;
        return Optional.of(new Entry(kind, List.copyOf(alone.subList(from, alone.size()))));
    }

    /** Three or more who were named together, or all who were named in this sentence. */
    public Optional<Entry> crowd(ReferenceKind kind) {
        List<Reference> all = here.reversed().stream()
                .filter(entry -> entry.kind() == kind)
                .flatMap(entry -> entry.references().stream())
                .distinct()
                .toList();
        return here.stream()
                .filter(entry -> entry.kind() == kind && entry.references().size() > 2)
                .findFirst()
                .or(() -> all.size() > 2 ? Optional.of(new Entry(kind, all)) : Optional.empty());
    }

    /** The last two: named together, or one after the other. */
    public Optional<Entry> lastPair(ReferenceKind kind) {
        List<Reference> pair = new ArrayList<>();
        for (Entry entry : Stream.of(here, before).flatMap(List::stream).toList()) {
            if (entry.kind() == kind && entry.references().size() == 2 && pair.isEmpty()) {
                return Optional.of(entry);
            }
            boolean other = entry.kind() == kind
                    && entry.references().size() == 1
                    && !pair.contains(entry.references().getFirst());
            if (other) {
                pair.addFirst(entry.references().getFirst());
            }
            if (pair.size() == 2) {
                return Optional.of(new Entry(kind, List.copyOf(pair)));
            }
        }
        return lastSeveral(kind);
    }

    /** The kind of thing named last among some kinds. */
    public Optional<Entry> lastOf(ReferenceKind... kinds) {
        return last(entry -> List.of(kinds).contains(entry.kind()));
    }

    private Optional<Entry> last(Predicate<Entry> fits) {
        return Stream.of(here, before, shown).flatMap(List::stream).filter(fits).findFirst();
    }

    public boolean mentioned(Reference reference) {
        return Stream.of(here, before)
                .flatMap(List::stream)
                .anyMatch(entry ->
                        entry.references().size() == 1 && entry.references().contains(reference));
    }

    /** Mentions of this sentence, most recent first. */
    public List<Entry> entries() {
        return List.copyOf(here);
    }

    public boolean hasHere(ReferenceKind kind) {
        return here.stream().anyMatch(entry -> entry.kind() == kind);
    }
}
