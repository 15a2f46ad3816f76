package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tasks and channels, looked up once per span. */
public final class Things {

    /** A span that must be a task or a channel; which one is found out when the rest of the sentence fits. */
    public record Named(ReferenceKind kind, int from, int to) implements Value {}

    private final ChannelPhrases channels;
    private final TaskPhrases tasks;
    private final Map<Named, Resolution> known = new HashMap<>();

    public Things(Scene scene, PeoplePhrases people, PeriodReader periods) {
        this.channels = new ChannelPhrases(scene);
        this.tasks = new TaskPhrases(scene, channels, people, periods);
    }

    public Resolution resolve(Named named, Matcher matcher) {
        Resolution before = known.get(named);
        if (before != null) {
            return before;
        }
        // Not computeIfAbsent: the words of a selection may name other things, which come back here.
        Resolution resolution = named.kind() == ReferenceKind.CHANNEL
                ? channels.resolve(named.from(), named.to())
                : tasks.resolve(named.from(), named.to(), matcher);
        known.put(named, resolution);
        return resolution;
    }

    /** A task by its title, never by conditions. */
    public Resolution titled(Named named) {
        return tasks.titled(named.from(), named.to());
    }

    /** A span that names tasks by conditions; which tasks is the answer to a question. */
    public record Wanted(int from, int to) implements Value {}

    public Optional<TaskFilter> filter(Wanted wanted, Matcher matcher) {
        return tasks.filter(wanted.from(), wanted.to(), matcher);
    }

    /** After every order of a sentence: what "it" means has changed. */
    public void forget() {
        known.clear();
    }
}
