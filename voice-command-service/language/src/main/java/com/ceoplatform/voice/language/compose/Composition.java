package com.ceoplatform.voice.language.compose;

import com.ceoplatform.voice.language.clause.Detail;
import com.ceoplatform.voice.language.clause.ListReader;
import com.ceoplatform.voice.language.clause.Order;
import com.ceoplatform.voice.language.clause.SentenceReader;
import com.ceoplatform.voice.language.date.When;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Found;
import com.ceoplatform.voice.language.resolve.Salience;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.resolve.Things.Named;
import com.ceoplatform.voice.language.resolve.Unclear;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the parts of the composer share while one sentence becomes a plan. */
final class Composition {

    final Scene scene;
    final SentenceReader reader;
    final Draft draft = new Draft();
    final Titles titles;
    boolean crisis;
    boolean meetings;
    /** Said before everything else: where and on which day all of it is. */
    @Nullable
    Reference place;

    @Nullable
    When day;

    Value.@Nullable Span topic;
    List<Reference> blockers = new ArrayList<>();

    Composition(Scene scene, SentenceReader reader) {
        this.scene = scene;
        this.reader = reader;
        this.titles = new Titles(scene.transcript(), scene.language());
    }

    ListReader lists() {
        return reader.lists();
    }

    Salience salience() {
        return scene.salience();
    }

    ZoneId zone() {
        return scene.utterance().speaker().zone();
    }

    Reference speaker() {
        return new Reference(
                ReferenceKind.USER,
                scene.utterance().speaker().id(),
                scene.utterance().speaker().name());
    }

    /** The references of a slot, mentioned; asks when they are not clear. Null when the slot is empty. */
    @Nullable
    List<Reference> references(Order order, String slot) {
        return order.found(slot).map(this::clear).orElse(null);
    }

    List<Reference> clear(Found found) {
        found.unclear().forEach(draft::ask);
        if (found.place() != null) {
            salience().mention(ReferenceKind.CHANNEL, List.of(found.place()));
        }
        salience().mention(found.kind(), found.references());
        if (found.clear() && found.references().isEmpty()) {
            draft.ask(new Unclear("empty", found.kind(), Unclear.Reason.UNKNOWN, "", List.of()));
        }
        return found.references();
    }

    @Nullable
    Reference reference(Order order, String slot) {
        List<Reference> all = references(order, slot);
        return all == null || all.isEmpty() ? null : all.getFirst();
    }

    @Nullable
    OffsetDateTime due(Order order, String slot) {
        return when(order, slot).map(when -> when.due(zone())).orElse(null);
    }

    Optional<When> when(Order order, String slot) {
        Optional<When> said = order.when(slot);
        When common = day;
        return common == null ? said : said.map(when -> when.on(common)).or(() -> Optional.of(common));
    }

    @Nullable
    Priority priority(Order order) {
        return order.option("priority").map(Composition::priority).orElse(null);
    }

    static Priority priority(String key) {
        return Priority.valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** What is said about one thing of a list goes before what is said about all of them. */
    static Optional<Detail> detail(String kind, List<Detail> own, List<Detail> shared) {
        return own.stream()
                .filter(detail -> detail.kind().equals(kind))
                .findFirst()
                .or(() -> shared.stream()
                        .filter(detail -> detail.kind().equals(kind))
                        .findFirst());
    }

    @Nullable
    List<Reference> references(Optional<Detail> detail) {
        return detail.map(found -> switch (found.filling().value()) {
                    case Found known -> known;
                    case Named named -> reader.resolve(named);
                    default -> null;
                })
                .map(this::clear)
                .orElse(null);
    }

    static @Nullable When when(Optional<Detail> detail) {
        return detail.map(found -> found.filling().value())
                .filter(When.class::isInstance)
                .map(When.class::cast)
                .orElse(null);
    }

    /** The answer to an open question of this sentence, as text. */
    Optional<String> answered(String key) {
        return scene.bound("missing:" + key)
                .filter(references -> !references.isEmpty())
                .map(references -> references.getFirst().label());
    }
}
