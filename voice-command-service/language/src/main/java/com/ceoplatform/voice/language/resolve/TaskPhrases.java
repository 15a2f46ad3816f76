package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.organisation.Match;
import com.ceoplatform.voice.language.organisation.Task;
import com.ceoplatform.voice.language.organisation.Words;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.text.Gap;
import com.ceoplatform.voice.language.text.Numbers;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads which task is meant: by title, as "it" or "the second one", or as a selection ("everything overdue in X"). */
final class TaskPhrases {

    private static final double LEAST = 0.55;
    private static final double EQUAL = 0.03;
    private static final double SURE = 3;
    private static final double UNKNOWN = -3;

    private final Scene scene;
    private final ChannelPhrases channels;
    private final TaskSelection selection;
    private final Map<String, List<Match<Task>>> looked = new HashMap<>();

    TaskPhrases(Scene scene, ChannelPhrases channels, PeoplePhrases people, PeriodReader periods) {
        this.scene = scene;
        this.channels = channels;
        this.selection = new TaskSelection(scene, channels, people, periods);
    }

    Resolution resolve(int from, int to, Matcher matcher) {
        Resolution best = pronoun(from, to).or(() -> ordinal(from, to)).orElseGet(() -> selected(from, to, matcher));
        return best.found().clear() ? best : several(from, to).orElse(best);
    }

    /** Titles do not change while a sentence is read; the same words are looked up once. */
    private List<Match<Task>> find(String words) {
        return looked.computeIfAbsent(words, key -> scene.organisation().findTasks(key));
    }

    /** The conditions that a phrase names, for a question about tasks. */
    Optional<TaskFilter> filter(int from, int to, Matcher matcher) {
        return selection.filter(from, to, matcher).filter(TaskFilter::names);
    }

    private Resolution selected(int from, int to, Matcher matcher) {
        Resolution named = named(from, to);
        // A title that is said word for word is that task, whatever its words would select.
        if (named.score() >= SURE * 0.97 - 0.6) {
            return named;
        }
        return selection
                .read(from, to, matcher)
                .map(found -> new Resolution(found, SURE))
                .orElse(named);
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

    /** "The press kit and the launch video": each on its own. */
    private Optional<Resolution> several(int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            boolean and = scene.language()
                    .words("and")
                    .contains(scene.transcript().at(i).norm());
            boolean comma = scene.transcript().gap(i) == Gap.COMMA;
            if (and || comma) {
                Resolution first = named(from, i);
                int next = and ? i + 1 : i;
                Resolution rest = named(next, to);
                Resolution more =
                        rest.found().clear() ? rest : several(next, to).orElse(rest);
                if (first.found().clear() && more.found().clear() && first.score() > 1.2 && more.score() > 1.2) {
                    return Optional.of(new Resolution(first.found().and(more.found()), SURE));
                }
            }
        }
        return Optional.empty();
    }

    private Resolution named(int from, int to) {
        Optional<Resolution> inChannel = inChannel(from, to);
        return inChannel.orElseGet(() -> look(title(from, to), this::find));
    }

    /** "The press kit in the spring launch channel". */
    private Optional<Resolution> inChannel(int from, int to) {
        for (int i = to - 2; i > from; i--) {
            if (scene.language().words("in").contains(scene.transcript().at(i).norm())) {
                Resolution channel = channels.resolve(i + 1, to);
                if (channel.found().clear() && channel.score() > 2) {
                    String id = channel.found().references().getFirst().id();
                    Resolution task = look(
                            title(from, i),
                            words -> find(words).stream()
                                    .filter(match -> id.equals(match.value().channelId()))
                                    .toList());
                    return task.score() > 0 ? Optional.of(task) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private String title(int from, int to) {
        int start = from;
        Set<String> articles = scene.language().words("articles");
        while (start < to - 1
                && (articles.contains(scene.transcript().at(start).norm())
                        || scene.language()
                                .words("title_both")
                                .contains(scene.transcript().at(start).norm()))) {
            start++;
        }
        int end = to;
        if (start < end - 1 && task(end - 1)) {
            end--;
        } else if (start < end - 1 && task(start)) {
            start++;
        }
        return scene.transcript().words(start, end);
    }

    private interface Search {
        List<Match<Task>> find(String words);
    }

    private Resolution look(String title, Search search) {
        Unclear unknown = Unclear.unknown(ReferenceKind.TASK, title);
        Optional<List<Reference>> bound = scene.bound(unknown.key());
        if (bound.isPresent()) {
            return new Resolution(Found.some(ReferenceKind.TASK, bound.get()), SURE);
        }
        Optional<Reference> fresh = fresh(title);
        if (fresh.isPresent()) {
            return new Resolution(Found.one(ReferenceKind.TASK, fresh.get()), SURE);
        }
        List<Match<Task>> matches = search.find(title).stream()
                .filter(match -> match.score() >= LEAST
                        && !scene.swallows(title, match.value().title()))
                .toList();
        return matches.isEmpty()
                ? new Resolution(Found.not(unknown), UNKNOWN - 0.3 * title.split(" ").length)
                : choose(title, matches);
    }

    /** A task of this very sentence, by most of its words. */
    private Optional<Reference> fresh(String title) {
        List<String> said = Words.strong(Words.of(title));
        List<Reference> fitting = scene.salience().created(ReferenceKind.TASK).stream()
                .filter(created -> !said.isEmpty() && Words.of(created.label()).containsAll(said))
                .toList();
        return fitting.size() == 1
                ? Optional.of(fitting.getFirst())
                : fitting.stream()
                        .filter(created ->
                                Words.strong(Words.of(created.label())).equals(said))
                        .findFirst();
    }

    private Resolution choose(String title, List<Match<Task>> matches) {
        double best = matches.getFirst().score();
        List<Task> equal = matches.stream()
                .filter(match -> match.score() >= best - EQUAL)
                .map(Match::value)
                .toList();
        List<Task> open = equal.stream().filter(Task::open).toList();
        List<Task> likely = open.isEmpty() ? equal : open;
        Optional<String> channel = scene.salience()
                .pointedAt(ReferenceKind.CHANNEL)
                .map(entry -> entry.references().getFirst().id());
        List<Task> here = likely.stream()
                .filter(task -> channel.isPresent() && channel.get().equals(task.channelId()))
                .toList();
        List<Reference> references =
                (here.size() == 1 ? here : likely).stream().map(Reference::to).toList();
        double score = SURE * best - 0.6;
        return references.size() == 1
                ? new Resolution(Found.one(ReferenceKind.TASK, references.getFirst()), score)
                : new Resolution(Found.not(Unclear.ambiguous(ReferenceKind.TASK, title, references)), score - 0.3);
    }
}
