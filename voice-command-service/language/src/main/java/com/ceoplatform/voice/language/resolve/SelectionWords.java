package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.date.When;
import com.ceoplatform.voice.language.grammar.Filling;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.resolve.SelectionOwners.Owners;
import com.ceoplatform.voice.language.text.Numbers;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Takes the conditions of a selection from a phrase, one by one. */
final class SelectionWords {

    private static final int LONGEST_NAME = 6;

    private final Scene scene;
    private final ChannelPhrases channels;
    private final SelectionOwners owned;
    private final PeriodReader periods;

    private final Transcript words;
    private final Language language;
    private final TaskFilter filter = new TaskFilter();
    private final Matcher matcher;
    private final int to;
    // "All" alone may be all tasks, and "tasks" may still follow.
    private boolean saidNoun;

    SelectionWords(Reading reading, Matcher matcher, int to) {
        this.scene = reading.scene();
        this.channels = reading.channels();
        this.periods = reading.periods();
        this.words = scene.transcript();
        this.language = scene.language();
        this.matcher = matcher;
        this.to = to;
        this.owned = new SelectionOwners(reading, matcher, to);
    }

    /** What names things while one sentence is read. */
    record Reading(Scene scene, ChannelPhrases channels, PeoplePhrases people, PeriodReader periods) {}

    TaskFilter filter() {
        return filter;
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
            saidNoun = true;
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
        after = after > position ? after : owners(position);
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

    private int owners(int position) {
        Optional<Owners> owners = owned.at(position, filter.every && filter.people == null)
                .or(() -> owned.from(after(position, "assigned"), position));
        owners.ifPresent(said -> filter.people = said.people());
        return owners.map(Owners::end).orElse(position);
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
        Optional<Owners> team = filter.people == null ? owned.team(start) : Optional.empty();
        team.ifPresent(said -> filter.people = said.people());
        return team.map(Owners::end).orElse(position);
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
        if (!before || saidNoun || filter.title != null) {
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
