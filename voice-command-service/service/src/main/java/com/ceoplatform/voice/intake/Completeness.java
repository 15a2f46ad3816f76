package com.ceoplatform.voice.intake;

import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.language.organisation.Words;
import com.ceoplatform.voice.language.plan.Parameters;
import com.ceoplatform.voice.language.plan.PlannedAction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How likely it is that somebody who falls silent after what they have said so far has said all. */
public enum Completeness {
    /** One order, with nothing to ask or to confirm, that ends with something known: a day, a person, a thing. */
    WHOLE,
    /** The same, but it ends with words of the speaker's own ("the truck is late"), which may go on. */
    OPEN,
    /** No order yet, or the first of several. */
    PARTIAL;

    /** Whoever ends with one of these has more to say; English and Spanish. */
    private static final Set<String> LEADING_ON = Set.of(
            ("a about add after an and are as at because before but by called do does for from give has have high if"
                            + " in is low most must my next of on once or our that the then this to until when which who will with"
                            + " al antes con de del e el en la las los o para pero por que un una y")
                    .split(" "));
    /** Whoever announces several has not said all with the first of them. */
    private static final Set<String> SEVERAL = Set.of("tasks", "things", "items", "jobs", "tareas", "cosas");

    static Completeness of(Interpretation meaning, String transcript) {
        List<String> words = Words.of(transcript);
        boolean oneOrder = meaning instanceof Interpretation.Planned planned
                && planned.confirmation() == null
                && planned.actions().size() == 1;
        return oneOrder && !words.isEmpty() && !LEADING_ON.contains(words.getLast())
                ? of(((Interpretation.Planned) meaning).actions().getFirst(), words)
                : PARTIAL;
    }

    private static Completeness of(PlannedAction action, List<String> words) {
        return switch (action.parameters()) {
            // What a new channel is for, and who belongs to it, comes after it.
            case Parameters.CreateChannel _, Parameters.RequestUpload _ -> PARTIAL;
            case Parameters.SendMessage _, Parameters.Comment _, Parameters.UpdateChannel _ -> OPEN;
            // "On Friday" may go on with "at nine", and a reminder with what it is about.
            case Parameters.CreateReminder _, Parameters.ScheduleMeeting _ -> OPEN;
            case Parameters.CreateTask task -> of(task, words);
            case Parameters.ChangeMembers _,
                    Parameters.ArchiveChannel _,
                    Parameters.UpdateTasks _,
                    Parameters.AddDependency _ -> WHOLE;
            // What is asked about may get a longer name yet.
            case Parameters.Query query -> query.title() == null ? WHOLE : PARTIAL;
        };
    }

    private static Completeness of(Parameters.CreateTask task, List<String> words) {
        if (words.stream().anyMatch(SEVERAL::contains)) {
            return PARTIAL;
        }
        String last = words.getLast();
        return ends(task.title(), last) || ends(task.description(), last) ? OPEN : WHOLE;
    }

    private static boolean ends(@Nullable String text, String last) {
        List<String> words = text == null ? List.of() : Words.of(text);
        return !words.isEmpty() && words.getLast().equals(last);
    }
}
