package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.organisation.Match;
import com.ceoplatform.voice.language.organisation.Task;
import com.ceoplatform.voice.language.organisation.Words;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.text.Gap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads which task is meant: by title, not by name ("it"), or as a selection ("everything overdue in X"). */
final class TaskPhrases {

    private static final double LEAST = 0.55;
    private static final double EQUAL = 0.03;
    private static final double SURE = 3;
    private static final double UNKNOWN = -3;

    private final Scene scene;
    private final ChannelPhrases channels;
    private final TaskSelection selection;
    private final TaskPronouns pronouns;
    private final Map<String, List<Match<Task>>> looked = new HashMap<>();

    TaskPhrases(Scene scene, ChannelPhrases channels, PeoplePhrases people, PeriodReader periods) {
        this.scene = scene;
        this.channels = channels;
        this.selection = new TaskSelection(scene, channels, people, periods);
        this.pronouns = new TaskPronouns(scene);
    }

    Resolution resolve(int from, int to, Matcher matcher) {
        Resolution best = pronouns.read(from, to)
                .or(() -> allBut(from, to, matcher))
                .orElseGet(() -> selected(from, to, matcher));
        return best.found().clear() ? best : several(from, to).orElse(best);
    }

    /** A task by its title alone: looking for all that the words might select takes its time among a hundred thousand. */
    Resolution titled(int from, int to) {
        return pronouns.read(from, to).orElseGet(() -> named(from, to));
    }

    /** "All tasks in customs except the duty table". */
    private Optional<Resolution> allBut(int from, int to, Matcher matcher) {
        for (int i = from + 2; i < to - 1; i++) {
            if (scene.language()
                    .words("except")
                    .contains(scene.transcript().at(i).norm())) {
                int behind = scene.transcript().at(i + 1).is("for") && i + 2 < to ? i + 2 : i + 1;
                Found kept = resolve(behind, to, matcher).found();
                return kept.clear()
                        ? selection.read(from, i, matcher).map(all -> new Resolution(all.without(kept), SURE))
                        : Optional.empty();
            }
        }
        return Optional.empty();
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

    private boolean task(int index) {
        return scene.language()
                .words("task_nouns")
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
