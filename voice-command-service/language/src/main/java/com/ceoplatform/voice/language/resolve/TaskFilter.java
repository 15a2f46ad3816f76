package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.date.When;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.Task;
import com.ceoplatform.voice.language.organisation.Words;
import com.ceoplatform.voice.language.plan.Reference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
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
                        .filter(task -> !task.open() && fits(task, scene))
                        .map(Reference::to)
                        .toList();
    }

    private List<Reference> apply(Scene scene, int enough) {
        Instant now = scene.utterance().now();
        Comparator<Task> oldest = Comparator.comparing(Task::createdAt).thenComparing(Task::id);
        int most = count > 0 && age != null ? count : age != null ? 1 : Integer.MAX_VALUE;
        Predicate<Task> fits = task -> status(task, now) && fits(task, scene);
        return pool(scene.organisation(), fits, age == null ? enough : Integer.MAX_VALUE).stream()
                .sorted("newest".equals(age) ? oldest.reversed() : oldest)
                .limit(most)
                .map(Reference::to)
                .toList();
    }

    private boolean fits(Task task, Scene scene) {
        List<String> words = title == null ? List.of() : Words.of(title);
        return (priority == null
                        || (task.priority() != null && task.priority().wire().equals(priority)))
                && (people == null
                        || people.stream().anyMatch(person -> task.assigneeIds().contains(person.id())))
                && (words.isEmpty() || new HashSet<>(Words.of(task.title())).containsAll(words))
                && (due == null || due(task, due, scene.utterance().speaker().zone()));
    }

    private List<Task> pool(Organisation organisation, Predicate<Task> fits, int enough) {
        if (channel != null) {
            return organisation.tasksIn(channel.id()).stream().filter(fits).toList();
        }
        return people != null && people.size() == 1
                ? organisation.tasksOf(people.getFirst().id()).stream()
                        .filter(fits)
                        .toList()
                : organisation.tasks(fits, enough);
    }

    private boolean status(Task task, Instant now) {
        return switch (status == null ? "open" : status) {
            case "open" -> task.open();
            case "overdue" -> task.overdue(now);
            case "undated" -> task.open() && task.dueAt() == null;
            case "unassigned" -> task.open() && task.assigneeIds().isEmpty();
            default -> task.status().wire().equals(status);
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
