package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.organisation.Channel;
import com.ceoplatform.voice.language.organisation.ChannelType;
import com.ceoplatform.voice.language.organisation.Privacy;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.text.Numbers;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads "all private channels", "the three oldest project channels", "both channels". */
final class ChannelSelection {

    private final Scene scene;

    ChannelSelection(Scene scene) {
        this.scene = scene;
    }

    /** Empty when the words are no selection. */
    Optional<Found> read(int from, int to) {
        Reading reading = new Reading();
        int position = from;
        while (position < to) {
            int next = reading.take(position, to);
            if (next == position) {
                return Optional.empty();
            }
            position = next;
        }
        return reading.plural ? reading.select() : Optional.empty();
    }

    private final class Reading {

        private final List<Predicate<Channel>> filters = new ArrayList<>();
        private final Transcript words = scene.transcript();
        private boolean plural;
        private boolean quantified;
        private int count;
        private @Nullable Comparator<Channel> order;

        int take(int position, int to) {
            String word = words.at(position).norm();
            if (scene.language().words("every").contains(word)) {
                quantified = true;
                return position + 1;
            }
            if (scene.language().words("articles").contains(word)
                    || scene.language().words("of").contains(word)) {
                return position + 1;
            }
            Optional<Numbers.Said> number = Numbers.at(words, position, to, list("number"));
            if (number.isPresent()) {
                count = number.get().number();
                return number.get().end();
            }
            if (!plural && scene.language().words("channel_plural").contains(word)) {
                plural = true;
                return position + 1;
            }
            boolean each = (quantified || order != null)
                    && scene.language().words("channel_nouns").contains(word);
            if (!plural && each) {
                plural = true;
                return position + 1;
            }
            return option(position, to);
        }

        private int option(int position, int to) {
            for (int end = Math.min(to, position + 3); end > position; end--) {
                String phrase = words.words(position, end);
                String age = list("age").get(phrase);
                String type = list("channel_type").get(phrase);
                String privacy = list("privacy").get(phrase);
                if (age != null) {
                    Comparator<Channel> oldest = Comparator.comparing(Channel::createdAt);
                    order = age.equals("oldest") ? oldest : oldest.reversed();
                    return end;
                }
                if (type != null) {
                    ChannelType wanted = ChannelType.valueOf(type.toUpperCase(Locale.ROOT));
                    filters.add(channel -> channel.type() == wanted);
                    return end;
                }
                if (privacy != null) {
                    Privacy wanted = Privacy.valueOf(privacy.toUpperCase(Locale.ROOT));
                    filters.add(channel -> channel.privacy() == wanted);
                    return end;
                }
            }
            return position;
        }

        private Map<String, String> list(String name) {
            return scene.language().lists().getOrDefault(name, Map.of());
        }

        Optional<Found> select() {
            Optional<Found> spoken = spokenOf();
            if (spoken.isPresent()) {
                return spoken;
            }
            if (!quantified && order == null && filters.isEmpty()) {
                return Optional.empty();
            }
            Comparator<Channel> by = order == null ? Comparator.comparing(Channel::name) : order;
            Stream<Channel> all = scene.organisation().channels().stream()
                    .filter(channel -> !channel.archived())
                    .filter(channel -> filters.stream().allMatch(filter -> filter.test(channel)))
                    .sorted(by);
            List<Reference> fitting = all.map(Reference::to).toList();
            if (count > 0 && order == null && fitting.size() != count) {
                // Which of them is not for us to choose.
                return Optional.of(Found.not(Unclear.ambiguous(ReferenceKind.CHANNEL, "channels", fitting)));
            }
            int most = count > 0 ? count : order != null ? 1 : Integer.MAX_VALUE;
            return Optional.of(Found.some(
                    ReferenceKind.CHANNEL, fitting.stream().limit(most).toList()));
        }

        /** "All three channels", right after three were named, are those. */
        private Optional<Found> spokenOf() {
            if (order != null || !filters.isEmpty()) {
                return Optional.empty();
            }
            List<Reference> created = scene.salience().created(ReferenceKind.CHANNEL);
            if (created.size() > 1 && (count == 0 || count == created.size())) {
                return Optional.of(Found.pronoun(ReferenceKind.CHANNEL, created));
            }
            return scene.salience()
                    .lastSeveral(ReferenceKind.CHANNEL)
                    .filter(entry -> count == entry.references().size() || (count == 0 && !quantified))
                    .map(entry -> Found.pronoun(ReferenceKind.CHANNEL, entry.references()));
        }
    }
}
