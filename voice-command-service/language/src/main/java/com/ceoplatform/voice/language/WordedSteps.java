package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.date.When;
import com.ceoplatform.voice.language.plan.Parameters;
import com.ceoplatform.voice.language.plan.Parameters.Period;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.plan.References;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps of a plan, one worded action after the other; a later one can speak of what an earlier one makes. */
final class WordedSteps {

    private static final int HOUR = 60;

    private final WordedLookup lookup;
    private final List<PlannedAction> plan = new ArrayList<>();

    WordedSteps(WordedLookup lookup) {
        this.lookup = lookup;
    }

    /** As far as it is clear. */
    List<PlannedAction> plan() {
        return List.copyOf(plan);
    }

    /** False when the action lacks something that it cannot do without, and nobody was asked for it. */
    boolean add(WordedAction action) {
        Optional<Parameters> parameters = parameters(action);
        if (lookup.clear()) {
            parameters.ifPresent(complete -> add(action, complete));
        }
        return parameters.isPresent() || !lookup.clear();
    }

    private void add(WordedAction action, Parameters parameters) {
        String id = "a" + (plan.size() + 1);
        List<String> dependsOn = References.of(parameters)
                .filter(Reference::isAction)
                .map(Reference::id)
                .distinct()
                .toList();
        plan.add(new PlannedAction(id, action.type(), parameters, dependsOn));
        if (parameters instanceof Parameters.CreateChannel create) {
            lookup.made(ReferenceKind.CHANNEL, Reference.toAction(id, create.name()));
        } else if (parameters instanceof Parameters.CreateTask create) {
            lookup.made(ReferenceKind.TASK, Reference.toAction(id, create.title()));
        }
    }

    private Optional<Parameters> parameters(WordedAction action) {
        return switch (action.type()) {
            case CHANNEL_CREATE ->
                text(action.name())
                        .map(name -> new Parameters.CreateChannel(
                                name, action.channelType(), action.privacy(), orNull(people(action))));
            case CHANNEL_ADD_MEMBERS, CHANNEL_REMOVE_MEMBERS ->
                channel(action)
                        .flatMap(channel ->
                                some(people(action)).map(people -> new Parameters.ChangeMembers(channel, people)));
            case CHANNEL_UPDATE ->
                channel(action)
                        .flatMap(channel ->
                                text(action.name()).map(name -> new Parameters.UpdateChannel(channel, name)));
            case CHANNEL_ARCHIVE -> channel(action).map(Parameters.ArchiveChannel::new);
            case TASK_CREATE -> task(action);
            case TASK_UPDATE -> update(action);
            case TASK_ADD_DEPENDENCY -> dependency(action);
            case TASK_COMMENT ->
                one(lookup.tasks(action.tasks()))
                        .flatMap(task -> text(action.text()).map(text -> new Parameters.Comment(task, text)));
            case MESSAGE_SEND -> message(action);
            case REMINDER_CREATE -> reminder(action);
            case MEETING_SCHEDULE -> meeting(action);
            case FILE_REQUEST_UPLOAD ->
                text(action.name())
                        .map(name -> new Parameters.RequestUpload(
                                name, orNull(channels(action)), orNull(lookup.tasks(action.tasks()))));
            case QUERY_TEAM_STATUS, QUERY_PROGRESS, QUERY_TASKS, QUERY_WORKLOAD, QUERY_DAILY_SUMMARY -> query(action);
        };
    }

    private Optional<Parameters> task(WordedAction action) {
        return text(action.name())
                .flatMap(title -> moment(action)
                        .map(due -> new Parameters.CreateTask(
                                title,
                                action.text(),
                                orNull(people(action)),
                                due.map(when -> when.due(lookup.zone())).orElse(null),
                                action.priority(),
                                channel(action).orElse(null))));
    }

    private Optional<Parameters> update(WordedAction action) {
        Optional<List<Reference>> tasks = some(lookup.tasks(action.tasks()));
        Optional<Optional<When>> moment = moment(action);
        List<Reference> people = people(action);
        List<Reference> more = lookup.people(action.addPeople());
        Optional<Reference> channel = channel(action);
        boolean changes = Stream.of(action.status(), action.priority(), action.when(), channel.orElse(null))
                        .anyMatch(change -> change != null)
                || !people.isEmpty()
                || !more.isEmpty();
        return !changes
                ? Optional.empty()
                : tasks.flatMap(which -> moment.map(due -> new Parameters.UpdateTasks(
                        which,
                        action.status(),
                        action.priority(),
                        due.map(when -> when.due(lookup.zone())).orElse(null),
                        channel.orElse(null),
                        orNull(people),
                        orNull(more))));
    }

    private Optional<Parameters> dependency(WordedAction action) {
        return one(lookup.tasks(action.tasks()))
                .flatMap(task -> some(lookup.tasks(action.blockedBy()))
                        .map(blockers -> new Parameters.AddDependency(task, blockers)));
    }

    private Optional<Parameters> message(WordedAction action) {
        Optional<Reference> channel = channel(action);
        List<Reference> people = people(action);
        return channel.isEmpty() && people.isEmpty()
                ? Optional.empty()
                : text(action.text())
                        .map(text -> new Parameters.SendMessage(
                                channel.orElse(null),
                                channel.isPresent() ? null : orNull(people),
                                text,
                                action.priority()));
    }

    private Optional<Parameters> reminder(WordedAction action) {
        List<Reference> people = people(action);
        return text(action.name())
                .flatMap(about -> start(action)
                        .map(at -> new Parameters.CreateReminder(
                                about, people.isEmpty() ? List.of(lookup.speaker()) : people, at)));
    }

    private Optional<Parameters> meeting(WordedAction action) {
        List<Reference> people = people(action);
        int minutes = action.durationMinutes() == null ? HOUR : action.durationMinutes();
        return start(action)
                .map(start -> new Parameters.ScheduleMeeting(
                        text(action.name()).orElseGet(() -> lookup.text("meeting")), start, minutes, people));
    }

    private Optional<Parameters> query(WordedAction action) {
        return moment(action)
                .map(due -> new Parameters.Query(
                        channel(action).orElse(null),
                        orNull(people(action)),
                        action.status() == null ? null : action.status().wire(),
                        action.priority(),
                        action.name(),
                        due.map(when -> new Period(when.from(lookup.zone()), when.to(lookup.zone())))
                                .orElse(null)));
    }

    private List<Reference> people(WordedAction action) {
        return lookup.people(action.people());
    }

    private List<Reference> channels(WordedAction action) {
        return action.channel() == null ? List.of() : lookup.channels(List.of(action.channel()));
    }

    private Optional<Reference> channel(WordedAction action) {
        return channels(action).stream().findFirst();
    }

    private Optional<OffsetDateTime> start(WordedAction action) {
        return moment(action).flatMap(when -> when).map(when -> when.start(lookup.zone()));
    }

    /** Nothing inside when nothing was said; empty when the words are no moment. */
    private Optional<Optional<When>> moment(WordedAction action) {
        if (action.when() == null) {
            return Optional.of(Optional.empty());
        }
        Optional<When> when = lookup.when(action.when());
        return when.isEmpty() ? Optional.empty() : Optional.of(when);
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(some -> !some.isBlank());
    }

    private static Optional<Reference> one(List<Reference> references) {
        return references.stream().findFirst();
    }

    private static Optional<List<Reference>> some(List<Reference> references) {
        return Optional.of(references).filter(list -> !list.isEmpty());
    }

    private static @Nullable List<Reference> orNull(List<Reference> references) {
        return references.isEmpty() ? null : references;
    }
}
