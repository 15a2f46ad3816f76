package com.ceoplatform.voice.command;

import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.ReplyWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the speaker is told, in sentences fit to be read aloud. */
final class Replies {

    private static final ReplyWriter WRITER = new ReplyWriter();
    private static final String PLANNED_PREFIX = "I would ";

    private Replies() {}

    static String done(Command command) {
        String orders =
                WRITER.done(command.actions().stream().map(Action::planned).toList());
        return Stream.concat(Stream.of(orders), command.actions().stream().map(Action::spoken))
                .filter(Objects::nonNull)
                .filter(sentence -> !sentence.isBlank())
                .collect(Collectors.joining(" "));
    }

    static String planned(List<PlannedAction> plan) {
        return WRITER.planned(plan);
    }

    static String rolledBack(Command command) {
        String failed = failure(command);
        List<String> standing = standing(command);
        List<String> unknown =
                command.in(ActionStatus.UNKNOWN).map(Replies::order).toList();
        if (standing.isEmpty() && unknown.isEmpty()) {
            boolean somethingTakenBack =
                    command.in(ActionStatus.ROLLED_BACK).findAny().isPresent();
            return failed + (somethingTakenBack ? " What had been done was taken back." : " Nothing was changed.");
        }
        return failed
                + (standing.isEmpty() ? "" : " This stands and could not be taken back: " + joined(standing) + ".")
                + (unknown.isEmpty() ? "" : " It is not known whether this happened: " + joined(unknown) + ".");
    }

    static String undone(Command command) {
        List<String> standing = standing(command);
        boolean some = command.in(ActionStatus.UNDONE).findAny().isPresent();
        String rest = standing.isEmpty() ? "" : "This stays as it is: " + joined(standing) + ".";
        if (some) {
            return ("Undone. " + rest).strip();
        }
        return "Nothing could be undone. " + rest;
    }

    private static String failure(Command command) {
        return command.actions().stream()
                .filter(action -> action.error() != null
                        && (action.status() == ActionStatus.FAILED || action.status() == ActionStatus.UNKNOWN))
                .findFirst()
                .map(action -> "I could not " + order(action) + reason(action.error()))
                .orElse("The command could not be carried out.");
    }

    private static String reason(@Nullable ActionError error) {
        if (error == null) {
            return ".";
        }
        return error.detail().endsWith(".") ? ": " + error.detail() : ": " + error.detail() + ".";
    }

    private static List<String> standing(Command command) {
        return command.in(ActionStatus.DONE)
                .filter(action -> !action.planned().type().isQuery())
                .map(action -> lower(clause(WRITER.done(List.of(action.planned()))))
                        + (action.error() == null
                                ? ""
                                : " (" + clause(action.error().detail()) + ")"))
                .toList();
    }

    private static String order(Action action) {
        String sentence = WRITER.planned(List.of(action.planned()));
        return clause(sentence.startsWith(PLANNED_PREFIX) ? sentence.substring(PLANNED_PREFIX.length()) : sentence);
    }

    private static String clause(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String lower(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String joined(List<String> parts) {
        return String.join("; ", parts);
    }
}
