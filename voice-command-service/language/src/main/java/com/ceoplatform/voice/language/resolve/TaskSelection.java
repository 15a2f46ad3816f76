package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.SelectionWords.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads sets of tasks: "all pending tasks from A", "everything that's overdue in X", "Sarah's two oldest tasks". Every word
 * must be understood, or it is no selection.
 */
final class TaskSelection {

    private final Scene scene;
    private final Reading reading;
    private final Map<List<?>, Found> selected = new HashMap<>();

    TaskSelection(Scene scene, ChannelPhrases channels, PeoplePhrases people, PeriodReader periods) {
        this.scene = scene;
        this.reading = new Reading(scene, channels, people, periods);
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
        SelectionWords words = new SelectionWords(reading, matcher, to);
        int position = from;
        while (position < to) {
            int next = words.take(position);
            if (next == position) {
                return Optional.empty();
            }
            position = next;
        }
        return Optional.of(words.filter());
    }
}
