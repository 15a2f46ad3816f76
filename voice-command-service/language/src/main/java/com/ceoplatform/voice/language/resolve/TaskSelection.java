package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.date.When;
import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.text.Numbers;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads sets of tasks: "all pending tasks from A", "everything that's overdue in X", "Sarah's two oldest tasks". Every word
 * must be understood, or it is no selection.
 */
final class TaskSelection {

    private static final int LONGEST_NAME = 6;

    private final Scene scene;
    private final ChannelPhrases channels;
    private final PeoplePhrases people;
    private final PeriodReader periods;
    private final Map<List<?>, Found> selected = new HashMap<>();

    TaskSelection(Scene scene, ChannelPhrases channels, PeoplePhrases people, PeriodReader periods) {
        this.scene = scene;
        this.channels = channels;
        this.people = people;
        this.periods = periods;
    }

    Optional<Found> read(int from, int to, Matcher matcher) {
        return filter(from, to, matcher).filter(TaskFilter::selects).map(this::select);
    }

    /** Several spans of a sentence may name the same conditions. */
    private Found select(TaskFilter filter) {
        return selected.computeIfAbsent(filter.conditions(), same -> selectAnew(filter));
    }

    private Found selectAnew(TaskFilter filter) {
        List<Reference> tasks = filter.apply(scene);
        boolean anyOfThem = filter.count > 0 && filter.age == null && tasks.size() > filter.count;
        return anyOfThem
                ? Found.not(Unclear.ambiguous(ReferenceKind.TASK, "tasks", tasks))
                : Found.some(ReferenceKind.TASK, tasks).in(filter.channel, filter.closed(scene));
    }

    /** The conditions that the words name, also when they select nothing by themselves. */
    Optional<TaskFilter> filter(int from, int to, Matcher matcher) {
        TaskFilter filter = new TaskFilter();
        int position = from;
        while (position < to) {
            int next = new Step(filter, matcher, to).take(position);
            if (next == position) {
                return Optional.empty();
            }
            position = next;
        }
        return Optional.of(filter);
    }

    private final class Step {

        private final TaskFilter filter;
        private final Matcher matcher;
        private final int to;
        private final Transcript words = scene.transcript();
        private final Language language = scene.language();

        Step(TaskFilter filter, Matcher matcher, int to) {
            this.filter = filter;
            this.matcher = matcher;
            this.to = to;
        }

        /** Position after what could be understood, or the same one. */
        int take(int position) {
            String word = words.at(position).norm();
            if (language.words("everything").contains(word)) {
                filter.every = true;
                filter.noun = true;
                return position + 1;
            }
            if (language.words("every").contains(word)) {
                filter.every = true;
                return position + 1;
            }
            if (language.words("task_nouns").contains(word)) {
                filter.noun = true;
                filter.plural |= language.words("task_plural").contains(word);
                return position + 1;
            }
            int after = firstOf(position);
            if (after > position) {
                return after;
            }
            boolean idle = language.words("articles").contains(word)
                    || language.words("of").contains(word)
                    || language.words("relative").contains(word);
            return idle ? position + 1 : keyword(position);
        }

        private int firstOf(int position) {
            int after = option(position);
            after = after > position ? after : number(position);
            after = after > position ? after : owner(position);
            after = after > position ? after : having(position);
            after = after > position ? after : assigned(position);
            after = after > position ? after : due(position);
            return after > position ? after : place(position);
        }

        private int option(int position) {
            for (int end = Math.min(to, position + 4); end > position; end--) {
                String phrase = words.words(position, end);
                String status = list("task_filter").get(phrase);
                String priority = list("priority_filter").get(phrase);
                String age = list("age").get(phrase);
                if (status != null) {
                    filter.status = status;
                    return end;
                }
                if (priority != null) {
                    filter.priority = priority;
                    return end;
                }
                if (age != null) {
                    filter.age = age;
                    return end;
                }
            }
            return position;
        }

        private int number(int position) {
            Optional<Numbers.Said> number = Numbers.at(words, position, to, list("number"));
            number.ifPresent(said -> filter.count = said.number());
            return number.map(Numbers.Said::end).orElse(position);
        }

        private int owner(int position) {
            if (words.is(position, "my")) {
                filter.people = List.of(new Reference(
                        ReferenceKind.USER,
                        scene.utterance().speaker().id(),
                        scene.utterance().speaker().name()));
                return position + 1;
            }
            if (language.words("possessive").contains(words.at(position).norm())) {
                return scene.salience()
                        .lastOne(ReferenceKind.USER)
                        .map(entry -> {
                            filter.people = entry.references();
                            return position + 1;
                        })
                        .orElse(position);
            }
            return people.owners(position, to).stream()
                    .filter(filling -> filling.value() instanceof Found found && found.clear())
                    .findFirst()
                    .map(filling -> {
                        filter.people = ((Found) filling.value()).references();
                        return filling.end();
                    })
                    .orElse(position);
        }

        /** "Whatever Tomasz has open". */
        private int having(int position) {
            if (!filter.every || filter.people != null) {
                return position;
            }
            return people.names(position, to).stream()
                    .filter(filling -> filling.end() < to
                            && language.words("having")
                                    .contains(words.at(filling.end()).norm()))
                    .filter(filling -> filling.value() instanceof Found found && found.clear())
                    .findFirst()
                    .map(filling -> {
                        filter.people = ((Found) filling.value()).references();
                        return filling.end() + 1;
                    })
                    .orElse(position);
        }

        private int assigned(int position) {
            int start = after(position, "assigned");
            if (start == position) {
                return position;
            }
            return people.parseKnown(matcher, start, to).stream()
                    .filter(filling -> ((Found) filling.value()).clear())
                    .max(Comparator.comparingInt(Filling::end))
                    .map(filling -> {
                        filter.people = ((Found) filling.value()).references();
                        return filling.end();
                    })
                    .orElse(position);
        }

        private int due(int position) {
            int start = after(position, "due");
            if (start == position) {
                return position;
            }
            return periods.dates(matcher, start, to).stream()
                    .max(Comparator.comparingInt(Filling::end))
                    .map(filling -> {
                        filter.due = (When) filling.value();
                        filter.dueBefore = !list("due_in").containsKey(words.words(position, start));
                        return filling.end();
                    })
                    .orElse(position);
        }

        private int place(int position) {
            int start = after(position, "place");
            if (start == position) {
                return position;
            }
            for (int end = to; end > start; end--) {
                Resolution channel = end - start > LONGEST_NAME + 2 ? null : channels.resolve(start, end);
                if (channel != null
                        && channel.found().clear()
                        && channel.found().references().size() == 1
                        && channel.score() > 1.4) {
                    filter.channel = channel.found().references().getFirst();
                    return end;
                }
            }
            return team(position, start);
        }

        /** "Overdue tasks in the finance team", when no channel is called so. */
        private int team(int position, int start) {
            return filter.people != null
                    ? position
                    : people.parseKnown(matcher, start, to).stream()
                            .filter(filling -> filling.value() instanceof Found found && found.clear() && found.group())
                            .max(Comparator.comparingInt(Filling::end))
                            .map(filling -> {
                                filter.people = ((Found) filling.value()).references();
                                return filling.end();
                            })
                            .orElse(position);
        }

        /** The longest introduction of that kind ("assigned to", "due by") ends there. */
        private int after(int position, String kind) {
            for (int end = Math.min(to, position + 4); end > position; end--) {
                if (list("selects_" + kind).containsKey(words.words(position, end))) {
                    return end;
                }
            }
            return position;
        }

        /** "All the design tasks": a word of their titles, or the name of their channel. */
        private int keyword(int position) {
            int noun = position;
            while (noun < to
                    && noun < position + 4
                    && !language.words("task_nouns").contains(words.at(noun).norm())) {
                if (language.words("not_keywords").contains(words.at(noun).norm())) {
                    return position;
                }
                noun++;
            }
            boolean before = noun < to
                    && noun > position
                    && language.words("task_nouns").contains(words.at(noun).norm());
            if (!before || filter.noun || filter.title != null) {
                return position;
            }
            Resolution channel = channels.resolve(position, noun);
            if (channel.found().clear() && channel.score() > 2 && filter.channel == null) {
                filter.channel = channel.found().references().getFirst();
            } else {
                filter.title = words.words(position, noun);
            }
            return noun;
        }

        private Map<String, String> list(String name) {
            return language.lists().getOrDefault(name, Map.of());
        }
    }
}
