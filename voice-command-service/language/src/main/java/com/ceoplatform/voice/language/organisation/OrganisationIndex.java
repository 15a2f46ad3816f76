package com.ceoplatform.voice.language.organisation;

import com.ceoplatform.voice.language.Speaker;
import java.util.Map;
import java.util.Set;
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
    final Map<String, Set<String>> taskIdsByChannel = new ConcurrentHashMap<>();
    final Map<String, Set<String>> taskIdsByAssignee = new ConcurrentHashMap<>();
    final PeopleSearch peopleSearch = new PeopleSearch();
    final TitleSearch<Channel> channelSearch = new TitleSearch<>(Channel::name);
    final TitleSearch<Task> taskSearch = new TitleSearch<>(Task::title);

    public void upsert(Person person) {
        people.put(person.id(), person);
        peopleSearch.put(person);
    }

    public void upsert(Channel channel) {
        channels.put(channel.id(), channel);
        channelSearch.put(channel.id(), channel);
    }

    public void upsert(Task task) {
        unlink(tasks.put(task.id(), task));
        if (task.channelId() != null) {
            link(taskIdsByChannel, task.channelId(), task.id());
        }
        task.assigneeIds().forEach(assignee -> link(taskIdsByAssignee, assignee, task.id()));
        taskSearch.put(task.id(), task);
    }

    public void removePerson(String id) {
        people.remove(id);
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

    private void unlink(@Nullable Task task) {
        if (task == null) {
            return;
        }
        if (task.channelId() != null) {
            taskIdsByChannel.getOrDefault(task.channelId(), ConcurrentHashMap.newKeySet()).remove(task.id());
        }
        task.assigneeIds().forEach(assignee -> taskIdsByAssignee
                .getOrDefault(assignee, ConcurrentHashMap.newKeySet())
                .remove(task.id()));
    }

    private static void link(Map<String, Set<String>> index, String key, String id) {
        index.computeIfAbsent(key, _ -> ConcurrentHashMap.newKeySet()).add(id);
    }
}
