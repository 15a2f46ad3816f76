package com.ceoplatform.voice.language.organisation;

import com.ceoplatform.voice.language.Speaker;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The whole organisation in memory, kept current from events. Safe for concurrent use. Holds everything; only a view for
 * one speaker gives anything out.
 */
public final class OrganisationIndex {

    final Map<String, Person> people = new ConcurrentHashMap<>();
    final Map<String, Channel> channels = new ConcurrentHashMap<>();
    final Map<String, Task> tasks = new ConcurrentHashMap<>();
    final Grouping tasksByChannel = new Grouping();
    final Grouping tasksByAssignee = new Grouping();
    final Grouping peopleByDepartment = new Grouping();
    final Grouping peopleByManager = new Grouping();
    final Grouping peopleByTitle = new Grouping();
    final PeopleSearch peopleSearch = new PeopleSearch();
    final TitleSearch<Channel> channelSearch = new TitleSearch<>(Channel::name);
    final TitleSearch<Task> taskSearch = new TitleSearch<>(Task::title);

    /** Somebody, deactivated or not. */
    public Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    public void upsert(Person person) {
        unlink(people.put(person.id(), person));
        if (person.active()) {
            peopleByDepartment.add(person.department(), person.id());
            peopleByManager.add(person.managerId(), person.id());
            peopleByTitle.add(person.jobTitle(), person.id());
        }
        peopleSearch.put(person);
    }

    public void upsert(Channel channel) {
        channels.put(channel.id(), channel);
        channelSearch.put(channel.id(), channel);
    }

    public void upsert(Task task) {
        unlink(tasks.put(task.id(), task));
        tasksByChannel.add(task.channelId(), task.id());
        task.assigneeIds().forEach(assignee -> tasksByAssignee.add(assignee, task.id()));
        taskSearch.put(task.id(), task);
    }

    public void removePerson(String id) {
        unlink(people.remove(id));
        peopleSearch.remove(id);
    }

    public void removeChannel(String id) {
        channels.remove(id);
        channelSearch.remove(id);
    }

    public void removeTask(String id) {
        unlink(tasks.remove(id));
        taskSearch.remove(id);
    }

    public Organisation visibleTo(Speaker speaker) {
        return new SpeakerView(this, speaker);
    }

    private void unlink(@Nullable Person person) {
        if (person != null) {
            peopleByDepartment.remove(person.department(), person.id());
            peopleByManager.remove(person.managerId(), person.id());
            peopleByTitle.remove(person.jobTitle(), person.id());
        }
    }

    private void unlink(@Nullable Task task) {
        if (task != null) {
            tasksByChannel.remove(task.channelId(), task.id());
            task.assigneeIds().forEach(assignee -> tasksByAssignee.remove(assignee, task.id()));
        }
    }
}
