package com.ceoplatform.task.task;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.FieldError;
import com.ceoplatform.common.json.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a task's fields may hold, whatever else exists. Finds every mistake, not only the first. */
final class TaskRules {

    /** In characters as people count them (code points). */
    static final int TITLE_LENGTH = 500;

    static final int DESCRIPTION_LENGTH = 20_000;
    static final int ASSIGNEES = 50;
    static final int WATCHERS = 200;
    static final int LABELS = 20;
    static final int LABEL_LENGTH = 50;
    static final int BLOCKERS = 50;
    static final int REMINDERS = 5;

    private static final int YEAR_IN_MINUTES = 366 * 24 * 60;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final List<FieldError> errors = new ArrayList<>();

    private TaskRules() {}

    /** @throws DomainException 422 with every field that is wrong */
    static void check(TaskEdit edit) {
        TaskRules rules = new TaskRules();
        rules.checkTexts(edit);
        rules.notNull("status", edit.status());
        rules.notNull("priority", edit.priority());
        rules.list("assigneeIds", edit.assigneeIds().value(), ASSIGNEES);
        rules.list("addAssigneeIds", edit.addAssigneeIds(), ASSIGNEES);
        rules.list("removeAssigneeIds", edit.removeAssigneeIds(), ASSIGNEES);
        rules.list("watcherIds", edit.watcherIds().value(), WATCHERS);
        rules.list("blockedBy", edit.blockedBy().value(), BLOCKERS);
        rules.dueAt(edit.dueAt().value());
        rules.reminders(edit.reminderMinutes().value());
        rules.refuse();
    }

    /** @throws DomainException 422, for additions that only together with those who are assigned are too many */
    static void checkAssigneeCount(int count) {
        if (count > ASSIGNEES) {
            throw DomainException.invalid("assigneeIds", "must not hold more than " + ASSIGNEES + " entries");
        }
    }

    /** @throws DomainException 409 {@code too_many_watchers} */
    static void checkWatcherCount(int count) {
        if (count > WATCHERS) {
            throw DomainException.conflict(
                    "too_many_watchers", "More than " + WATCHERS + " people would watch the task.");
        }
    }

    private void checkTexts(TaskEdit edit) {
        if (edit.title().present()) {
            String title = edit.title().value();
            if (title == null || title.isBlank()) {
                errors.add(new FieldError("title", "must not be blank"));
            } else {
                length("title", title, TITLE_LENGTH);
            }
        }
        String description = edit.description().value();
        if (description != null) {
            length("description", description, DESCRIPTION_LENGTH);
        }
        List<String> labels = edit.labels().value();
        list("labels", labels, LABELS);
        for (int i = 0; labels != null && i < labels.size(); i++) {
            label("labels[" + i + "]", labels.get(i));
        }
    }

    private void label(String field, @Nullable String label) {
        if (label == null) {
            return; // told by the rule for lists
        }
        if (label.isBlank()) {
            errors.add(new FieldError(field, "must not be blank"));
        }
        length(field, label, LABEL_LENGTH);
    }

    private void length(String field, String text, int limit) {
        if (text.codePointCount(0, text.length()) > limit) {
            errors.add(new FieldError(field, "must not have more than " + limit + " characters"));
        }
    }

    private void notNull(String field, Change<?> change) {
        if (change.present() && change.value() == null) {
            errors.add(new FieldError(field, "must not be null"));
        }
    }

    private void list(String field, @Nullable Collection<?> values, int limit) {
        if (values == null) {
            return;
        }
        if (values.size() > limit) {
            errors.add(new FieldError(field, "must not hold more than " + limit + " entries"));
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            errors.add(new FieldError(field, "must not hold null"));
        }
    }

    private void dueAt(@Nullable Instant at) {
        if (at != null && (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST))) {
            errors.add(new FieldError("dueAt", "must be between the years 1970 and 9999"));
        }
    }

    private void reminders(@Nullable List<Integer> minutes) {
        list("reminderMinutes", minutes, REMINDERS);
        for (int i = 0; minutes != null && i < minutes.size(); i++) {
            Integer before = minutes.get(i);
            if (before != null && (before < 1 || before > YEAR_IN_MINUTES)) {
                errors.add(new FieldError("reminderMinutes[" + i + "]", "must be between 1 and " + YEAR_IN_MINUTES));
            }
        }
    }

    private void refuse() {
        if (!errors.isEmpty()) {
            throw DomainException.invalid(errors);
        }
    }
}
