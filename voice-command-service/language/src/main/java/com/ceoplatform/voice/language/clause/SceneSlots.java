package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.date.DatePhrases;
import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.grammar.SlotParser;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.organisation.Words;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Found;
import com.ceoplatform.voice.language.resolve.PeoplePhrases;
import com.ceoplatform.voice.language.resolve.Resolution;
import com.ceoplatform.voice.language.resolve.Scene;
import com.ceoplatform.voice.language.resolve.TaskFilter;
import com.ceoplatform.voice.language.resolve.Things;
import com.ceoplatform.voice.language.resolve.Things.Named;
import com.ceoplatform.voice.language.resolve.Things.Wanted;
import com.ceoplatform.voice.language.text.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The slot types of the intents: what each can be filled with, in this utterance. */
final class SceneSlots implements SlotParser {

    private static final double TEXT = 0.3;
    private static final double TYPED = 1.5;
    private static final int LONGEST_NAME = 8;
    private static final int PAST = 4;
    private static final int GERUND = 4;
    private static final int LONGEST_REMARK = 14;
    private static final int LONGEST_TOPIC = 3;

    private final Scene scene;
    private final Matcher matcher;
    private final PeoplePhrases people;
    private final DatePhrases dates;
    private final Things things;
    private final WordSlots words;

    SceneSlots(Scene scene) {
        this.scene = scene;
        this.matcher = new Matcher(scene.transcript(), this, scene.language().words("skipped"));
        this.people = new PeoplePhrases(scene);
        this.dates = new DatePhrases(scene.language(), scene.utterance().localNow());
        this.words = new WordSlots(scene);
        this.things = new Things(scene, people, (inner, from, limit) -> dates.parse("date", inner, from, limit));
    }

    Matcher matcher() {
        return matcher;
    }

    Resolution resolve(Named named) {
        return things.resolve(named, matcher);
    }

    Optional<TaskFilter> filter(Wanted wanted) {
        return things.filter(wanted, matcher);
    }

    /** What was resolved for an earlier order may mean something else now. */
    void forget() {
        people.forget();
        things.forget();
    }

    @Override
    public List<Filling> parse(String type, int from, int limit) {
        return switch (type) {
            // Words that go on with a list are no beginning of anything.
            case "text" ->
                from < limit && listed("and", from)
                        ? List.of()
                        : spans(from, limit, limit, end -> new Value.Span(from, end));
            // The name of something new does not begin with who is in it or when it is due, nor go on in another
            // sentence.
            case "title" ->
                from < limit && (listed("not_first", from) || listed("and", from))
                        ? List.of()
                        : spans(from, limit, stop(from, limit), end -> new Value.Span(from, end));
            case "remark" ->
                spans(from, limit, from + LONGEST_REMARK, end -> new Value.Span(from, end)).stream()
                        .filter(span ->
                                IntStream.range(from + 1, span.end() - 1).noneMatch(this::pause))
                        .toList();
            case "phrase" ->
                from < limit && scene.transcript().is(from, "to")
                        ? List.of()
                        : spans(from, limit, from + LONGEST_NAME, end -> new Value.Span(from, end));
            case "word" -> spans(from, limit, from + 1, end -> new Value.Span(from, end));
            case "file" ->
                spans(from, limit, limit, end -> new Value.Span(from, end)).stream()
                        .filter(span -> hasFileWord(from, span.end()))
                        .toList();
            case "question" ->
                from < limit && listed("question", from)
                        ? spans(from, limit, limit, end -> new Value.Span(from, end))
                        : List.of();
            case "topic" ->
                spans(from, limit, from + LONGEST_NAME, end -> new Value.Span(from, end)).stream()
                        .filter(span -> listed("topic_end", span.end() - 1))
                        .toList();
            case "topic_words" ->
                spans(from, limit, from + LONGEST_TOPIC, end -> new Value.Span(from, end)).stream()
                        .filter(span -> IntStream.range(from, span.end()).noneMatch(i -> listed("not_topics", i)))
                        .toList();
            case "job_title" -> spans(from, limit, from + 3, end -> new Value.Span(from, end));
            case "task" -> spans(from, limit, limit, end -> new Named(ReferenceKind.TASK, from, end));
            case "wanted" -> spans(from, limit, limit, end -> new Wanted(from, end));
            // "There", "in it".
            case "channel_there" ->
                spans(from, limit, from + 3, end -> new Named(ReferenceKind.CHANNEL, from, end)).stream()
                        .filter(filling -> scene.language()
                                .lists()
                                .getOrDefault("channel_it", Map.of())
                                .containsKey(scene.transcript().words(from, filling.end())))
                        .toList();
            case "channel" ->
                spans(from, limit, from + 2 * LONGEST_NAME, end -> new Named(ReferenceKind.CHANNEL, from, end));
            case "known_channel" -> known(ReferenceKind.CHANNEL, from, limit);
            case "known_task" -> known(ReferenceKind.TASK, from, limit);
            // "The first one", "the other two".
            case "nth_task" -> counted(ReferenceKind.TASK, from, limit);
            case "nth_channel" -> counted(ReferenceKind.CHANNEL, from, limit);
            case "named_task" ->
                known(ReferenceKind.TASK, from, limit, things::titled).stream()
                        .filter(filling -> !((Found) filling.value()).pronoun())
                        .toList();
            case "doing" ->
                from < limit && !listed("not_doing", from)
                        ? spans(from, limit, limit, end -> new Value.Span(from, end))
                        : List.of();
            // What needs doing: "answering".
            case "gerund" ->
                from < limit && gerund(from)
                        ? List.of(new Filling(from, from + 1, new Value.Span(from, from + 1), TYPED))
                        : List.of();
            case "doing_now" ->
                from < limit && gerund(from) ? spans(from, limit, limit, end -> new Value.Span(from, end)) : List.of();
            // "Migrated": what became of something.
            case "done_word" ->
                from < limit && past(from)
                        ? List.of(new Filling(from, from + 1, new Value.Span(from, from + 1), TYPED))
                        : List.of();
            case "does" ->
                from < limit && somebodyDoes(from)
                        ? spans(from, limit, limit, end -> new Value.Span(from, end))
                        : List.of();
            case "third" ->
                from < limit && somebodyDoes(from)
                        ? List.of(new Filling(from, from + 1, new Value.Span(from, from + 1), TYPED))
                        : List.of();
            case "people" -> people.parse(matcher, from, limit);
            case "known_people" -> people.parseKnown(matcher, from, limit);
            case "name" -> people.names(from, limit);
            case "known_name" ->
                people.names(from, limit).stream()
                        .filter(filling -> filling.value() instanceof Found found && found.clear())
                        .toList();
            case "owner" -> people.owners(from, limit);
            case "department" -> people.departments(from, limit);
            case "date",
                    "day",
                    "window_day",
                    "time",
                    "bare_time",
                    "bare_hour",
                    "hour_date",
                    "duration",
                    "lead_time",
                    "window" -> dates.parse(type, matcher, from, limit);
            case "number" -> words.number("number", from, limit);
            case "ordinal" -> words.number("ordinal", from, limit);
            case "clock" -> words.clock(from, limit);
            case "iso" -> words.iso(from, limit);
            default -> words.option(type, from, limit);
        };
    }

    private boolean listed(String set, int index) {
        return scene.language().words(set).contains(scene.transcript().at(index).norm());
    }

    /** A verb of what somebody else does ("prepares"), not of what somebody is or likes. */
    private boolean somebodyDoes(int index) {
        String word = scene.transcript().at(index).norm();
        return word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && word.indexOf('\'') < 0
                && !listed("stative", index);
    }

    private boolean gerund(int index) {
        String word = scene.transcript().at(index).norm();
        return word.length() > GERUND && word.endsWith("ing") && !listed("no_gerunds", index);
    }

    private boolean past(int index) {
        String word = scene.transcript().at(index).norm();
        return (word.length() > PAST && word.endsWith("ed"))
                || scene.language().lists().getOrDefault("participle", Map.of()).containsKey(word);
    }

    private boolean hasFileWord(int from, int to) {
        for (int i = from; i < to; i++) {
            if (listed("file_nouns", i)) {
                return true;
            }
        }
        return false;
    }

    private static List<Filling> spans(int from, int limit, int furthest, IntFunction<Value> value) {
        List<Filling> spans = new ArrayList<>();
        for (int end = from + 1; end <= Math.min(limit, furthest); end++) {
            spans.add(new Filling(from, end, value.apply(end), TEXT * (end - from)));
        }
        return spans;
    }

    /** Where the sentence that a word belongs to ends. */
    private int stop(int from, int limit) {
        return IntStream.range(Math.min(from + 1, limit), limit)
                .filter(i -> scene.transcript().gap(i) == Gap.STOP)
                .findFirst()
                .orElse(limit);
    }

    private boolean pause(int index) {
        Gap gap = scene.transcript().gap(index);
        return gap != Gap.NONE && gap != Gap.GLUED;
    }

    /** Words that are not of the name speak against it. */
    private double worth(Found found, int from, int end) {
        int said = end - from - (end - from > 1 && listed("articles", from) ? 1 : 0);
        int known = Words.of(found.references().getFirst().label()).size();
        return Math.min(said, known) - 0.5 * Math.max(0, said - known);
    }

    private List<Filling> known(ReferenceKind kind, int from, int limit) {
        return known(kind, from, limit, this::resolve);
    }

    private List<Filling> known(ReferenceKind kind, int from, int limit, Function<Named, Resolution> resolver) {
        List<Filling> known = new ArrayList<>();
        for (int end = from + 1; end <= Math.min(limit, from + LONGEST_NAME); end++) {
            if (end - 1 > from && pause(end - 1)) {
                break;
            }
            Resolution resolution = resolver.apply(new Named(kind, from, end));
            Found found = resolution.found();
            boolean one = found.references().size() == 1 || (found.pronoun() && kind == ReferenceKind.TASK);
            if (found.clear() && one && !found.references().isEmpty() && resolution.score() > 2) {
                known.add(new Filling(from, end, found, TYPED * worth(found, from, end)));
            }
        }
        return known;
    }

    private List<Filling> counted(ReferenceKind kind, int from, int limit) {
        return known(kind, from, limit).stream()
                .filter(filling -> ((Found) filling.value()).pronoun())
                .filter(filling -> IntStream.range(from, filling.end())
                        .anyMatch(i -> listed("other", i)
                                || scene.language()
                                        .lists()
                                        .getOrDefault("nth", Map.of())
                                        .containsKey(scene.transcript().at(i).norm())))
                .toList();
    }
}
