package com.ceoplatform.voice.language.organisation;

import com.ceoplatform.voice.language.Speaker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What one speaker may see: everything public, their own channels and tasks, and for the CEO everything but the direct
 * conversations of others.
 */
final class SpeakerView implements Organisation {

    private final OrganisationIndex all;
    private final Speaker speaker;
    private final TitleSearch.Memory heardInChannels = new TitleSearch.Memory();
    private final TitleSearch.Memory heardInTasks = new TitleSearch.Memory();

    SpeakerView(OrganisationIndex all, Speaker speaker) {
        this.all = all;
        this.speaker = speaker;
    }

    @Override
    public Optional<Person> person(String id) {
        return Optional.ofNullable(all.people.get(id));
    }

    @Override
    public Optional<Channel> channel(String id) {
        return Optional.ofNullable(all.channels.get(id)).filter(this::sees);
    }

    @Override
    public Optional<Task> task(String id) {
        return Optional.ofNullable(all.tasks.get(id)).filter(this::sees);
    }

    @Override
    public Collection<Person> people() {
        return all.people.values().stream().filter(Person::active).toList();
    }

    @Override
    public Collection<String> departments() {
        return all.peopleByDepartment.keys();
    }

    @Override
    public List<Person> inDepartment(String department) {
        return people(all.peopleByDepartment.ids(department));
    }

    @Override
    public List<Person> reportsOf(String managerId) {
        return people(all.peopleByManager.ids(managerId));
    }

    @Override
    public Collection<String> jobTitles() {
        return all.peopleByTitle.keys();
    }

    @Override
    public List<Person> withJobTitle(String title) {
        return people(all.peopleByTitle.ids(title));
    }

    private List<Person> people(Set<String> ids) {
        return ids.stream()
                .map(all.people::get)
                .filter(person -> person != null && person.active())
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    @Override
    public Collection<Channel> channels() {
        return all.channels.values().stream()
                .filter(channel -> channel.type() != ChannelType.DIRECT && sees(channel))
                .toList();
    }

    @Override
    public List<Task> tasksIn(String channelId) {
        return tasks(all.tasksByChannel.ids(channelId));
    }

    @Override
    public List<Task> tasksOf(String personId) {
        return tasks(all.tasksByAssignee.ids(personId));
    }

    private List<Task> tasks(Set<String> ids) {
        return ids.stream()
                .map(all.tasks::get)
                .filter(Objects::nonNull)
                .filter(this::sees)
                .toList();
    }

    @Override
    public List<Task> tasks(Predicate<Task> condition, int limit) {
        // A loop, because a stream that may end early is slow to go through a hundred thousand.
        List<Task> some = new ArrayList<>();
        for (Task task : all.tasks.values()) {
            if (some.size() >= limit) {
                break;
            }
            if (condition.test(task) && sees(task)) {
                some.add(task);
            }
        }
        return some;
    }

    @Override
    public List<Match<Person>> findPeople(String words) {
        return all.peopleSearch.find(words, all.people::get);
    }

    @Override
    public List<Match<Channel>> findChannels(String words) {
        return all.channelSearch.find(
                words,
                heardInChannels,
                all.channels::get,
                channel -> channel.type() != ChannelType.DIRECT && sees(channel));
    }

    @Override
    public List<Match<Task>> findTasks(String words) {
        return all.taskSearch.find(words, heardInTasks, all.tasks::get, this::sees);
    }

    private boolean sees(Channel channel) {
        boolean member = channel.memberIds().contains(speaker.id());
        return channel.type() == ChannelType.DIRECT
                ? member
                : member || speaker.role() == Role.CEO || channel.privacy() == Privacy.PUBLIC;
    }

    /** As task-service rules: whoever sees its channel; without one, whom it concerns, their managers and the CEO. */
    private boolean sees(Task task) {
        Channel channel = task.channelId() == null ? null : all.channels.get(task.channelId());
        if (channel != null) {
            return sees(channel);
        }
        return speaker.role() == Role.CEO
                || concerns(task, speaker.id())
                || (speaker.role() == Role.MANAGER && concernsDepartmentOfSpeaker(task));
    }

    private static boolean concerns(Task task, String personId) {
        return task.assigneeIds().contains(personId) || personId.equals(task.createdBy());
    }

    private boolean concernsDepartmentOfSpeaker(Task task) {
        Person manager = all.people.get(speaker.id());
        return manager != null
                && manager.department() != null
                && inDepartment(manager.department()).stream().anyMatch(person -> concerns(task, person.id()));
    }
}
