package com.ceoplatform.voice.language.organisation;

import com.ceoplatform.voice.language.Speaker;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one speaker may see: everything public, their own channels and tasks, and for the CEO everything but the direct
 * conversations of others.
 */
final class SpeakerView implements Organisation {

    private final OrganisationIndex all;
    private final Speaker speaker;

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
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.people.values().stream()
                .filter(Person::active)
                .map(Person::department)
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .forEach(names::add);
        return names;
    }

    @Override
    public List<Person> inDepartment(String department) {
        return all.people.values().stream()
                .filter(person -> person.active() && department.equalsIgnoreCase(person.department()))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    @Override
    public List<Person> reportsOf(String managerId) {
        return all.people.values().stream()
                .filter(person -> person.active() && managerId.equals(person.managerId()))
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
        return tasks(all.taskIdsByChannel, channelId);
    }

    @Override
    public List<Task> tasksOf(String personId) {
        return tasks(all.taskIdsByAssignee, personId);
    }

    private List<Task> tasks(Map<String, Set<String>> index, String key) {
        return index.getOrDefault(key, Set.of()).stream()
                .map(all.tasks::get)
                .filter(Objects::nonNull)
                .filter(this::sees)
                .toList();
    }

    @Override
    public Collection<Task> tasks() {
        return all.tasks.values().stream().filter(this::sees).toList();
    }

    @Override
    public List<Match<Person>> findPeople(String words) {
        return all.peopleSearch.find(words, all.people::get);
    }

    @Override
    public List<Match<Channel>> findChannels(String words) {
        return all.channelSearch.find(
                words, all.channels::get, channel -> channel.type() != ChannelType.DIRECT && sees(channel));
    }

    @Override
    public List<Match<Task>> findTasks(String words) {
        return all.taskSearch.find(words, all.tasks::get, this::sees);
    }

    private boolean sees(Channel channel) {
        boolean member = channel.memberIds().contains(speaker.id());
        return channel.type() == ChannelType.DIRECT
                ? member
                : member || speaker.role() == Role.CEO || channel.privacy() == Privacy.PUBLIC;
    }

    private boolean sees(Task task) {
        Channel channel = task.channelId() == null ? null : all.channels.get(task.channelId());
        return channel == null
                || sees(channel)
                || task.assigneeIds().contains(speaker.id())
                || speaker.id().equals(task.createdBy());
    }
}
