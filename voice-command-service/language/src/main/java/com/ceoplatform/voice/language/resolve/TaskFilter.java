package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.date.When;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.language.organisation.Task;
import com.ceoplatform.voice.language.organisation.TaskStatus;
import com.ceoplatform.voice.language.organisation.Words;
import com.ceoplatform.voice.language.plan.Reference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions on tasks, collected while a phrase is read. */
public final class TaskFilter implements Value {

    boolean every;
    boolean noun;
    boolean plural;
    int count;

    @Nullable
    String status;

    @Nullable
    String priority;

    @Nullable
    String age;

    @Nullable
    String title;

    @Nullable
    List<Reference> people;

    @Nullable
    Reference channel;

    @Nullable
    When due;

    boolean dueBefore;

    public static TaskFilter of(
            @Nullable Reference channel,
            @Nullable List<Reference> people,
            @Nullable String status,
            @Nullable String title) {
        TaskFilter filter = new TaskFilter();
        filter.channel = channel;
        filter.people = people;
        filter.status = status;
        filter.title = title;
        return filter;
    }

    /** The same conditions, with what the rest of the question says of people and status. */
    public TaskFilter asked(@Nullable List<Reference> users, @Nullable String otherwise) {
        TaskFilter asked = new TaskFilter();
        asked.every = every;
        asked.noun = noun;
        asked.plural = plural;
        asked.count = count;
        asked.status = status == null ? otherwise : status;
        asked.priority = priority;
        asked.age = age;
        asked.title = title;
        asked.people = users == null ? people : users;
        asked.channel = channel;
        asked.due = due;
        asked.dueBefore = dueBefore;
        return asked;
    }

    /** The words name tasks as a set, not a single title. */
    boolean selects() {
        boolean condition =
                status != null || priority != null || people != null || channel != null || due != null || age != null;
        return noun && ((every && (condition || plural || title != null)) || (condition && (plural || age != null)));
    }

    public @Nullable String status() {
        return status;
    }

    public @Nullable String priority() {
        return priority;
    }

    public @Nullable String title() {
        return title;
    }

    public List<Reference> people() {
        return people == null ? List.of() : people;
    }

    public @Nullable Reference channel() {
        return channel;
    }

    public @Nullable When due() {
        return due;
    }

    /** Due by then, not only on that day. */
    public boolean until() {
        return dueBefore;
    }

    boolean names() {
        return noun || status != null || due != null;
    }

    public List<Reference> apply(Scene scene) {
        return apply(scene, Integer.MAX_VALUE);
    }

    /** Nothing when there are more than that: so many cannot be meant by "them". */
    public List<Reference> fewer(Scene scene, int limit) {
        List<Reference> some = apply(scene, limit + 1);
        return some.size() > limit ? List.of() : some;
    }

    /** Said of all tasks of a channel, whatever their status: those that are done. */
    List<Reference> closed(Scene scene) {
        return channel == null || status != null || !every || age != null
                ? List.of()
                : scene.organisation().tasksIn(channel.id()).stream()
                        .filter(fits(scene, task -> !task.open()))
                        .map(Reference::to)
                        .toList();
    }

    /** What selects the same tasks is equal. */
    List<@Nullable Object> conditions() {
        return Arrays.asList(every, status, priority, age, title, people, channel, due, dueBefore, count);
    }

    private List<Reference> apply(Scene scene, int enough) {
        Comparator<Task> oldest = Comparator.comparing(Task::createdAt).thenComparing(Task::id);
        int most = count > 0 && age != null ? count : age != null ? 1 : Integer.MAX_VALUE;
        Predicate<Task> fits = fits(scene, status(scene.utterance().now()));
        return pool(scene.organisation(), fits, age == null ? enough : Integer.MAX_VALUE).stream()
                .sorted("newest".equals(age) ? oldest.reversed() : oldest)
                .limit(most)
                .map(Reference::to)
                .toList();
    }

    private List<Task> pool(Organisation organisation, Predicate<Task> fits, int enough) {
        if (channel != null) {
            return organisation.tasksIn(channel.id()).stream().filter(fits).toList();
        }
        Set<String> taken = new HashSet<>();
        return people == null
                ? organisation.tasks(fits, enough)
                : people.stream()
                        .flatMap(person -> organisation.tasksOf(person.id()).stream())
                        .filter(task -> fits.test(task) && taken.add(task.id()))
                        .limit(enough)
                        .toList();
    }

    /** What rules out most comes first: there may be a hundred thousand tasks. */
    private Predicate<Task> fits(Scene scene, Predicate<Task> status) {
        ZoneId zone = scene.utterance().speaker().zone();
        Predicate<Task> fits = status;
        if (priority != null) {
            Priority wanted = Priority.valueOf(priority.toUpperCase(Locale.ROOT));
            fits = fits.and(task -> task.priority() == wanted);
        }
        if (people != null) {
            Set<String> owners = people.stream().map(Reference::id).collect(Collectors.toSet());
            fits = fits.and(task -> !Collections.disjoint(owners, task.assigneeIds()));
        }
        When when = due;
        if (when != null) {
            fits = fits.and(task -> due(task, when, zone));
        }
        List<String> words = title == null ? List.of() : Words.of(title);
        return words.isEmpty() ? fits : fits.and(task -> Words.of(task.title()).containsAll(words));
    }

    private Predicate<Task> status(Instant now) {
        String said = status == null ? "open" : status;
        return switch (said) {
            case "open" -> Task::open;
            case "overdue" -> task -> task.overdue(now);
            case "undated" -> task -> task.open() && task.dueAt() == null;
            case "unassigned" -> task -> task.open() && task.assigneeIds().isEmpty();
            default -> {
                TaskStatus wanted = TaskStatus.valueOf(said.toUpperCase(Locale.ROOT));
                yield task -> task.status() == wanted;
            }
        };
    }

    private boolean due(Task task, When when, ZoneId zone) {
        if (task.dueAt() == null) {
            return false;
        }
        OffsetDateTime at = task.dueAt().atZone(zone).toOffsetDateTime();
        return at.isBefore(when.to(zone)) && (dueBefore || !at.isBefore(when.from(zone)));
    }
}
