package com.ceoplatform.voice.language.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The organisation as one speaker sees it; what they may not see does not exist here. */
public interface Organisation {

    Optional<Person> person(String id);

    Optional<Channel> channel(String id);

    Optional<Task> task(String id);

    /** Everybody active. */
    Collection<Person> people();

    /** Names of all departments, as written in the directory. */
    Collection<String> departments();

    List<Person> inDepartment(String department);

    List<Person> reportsOf(String managerId);

    /** All channels but direct conversations, archived ones included. */
    Collection<Channel> channels();

    List<Task> tasksIn(String channelId);

    List<Task> tasksOf(String personId);

    /** Tasks that fulfil a condition, of all there are; no more than {@code limit}. */
    List<Task> tasks(Predicate<Task> condition, int limit);

    /** The job titles there are, as written in the directory. */
    Collection<String> jobTitles();

    List<Person> withJobTitle(String title);

    /** People by name, best first: full, first, last or nickname, misspelt or misheard. */
    List<Match<Person>> findPeople(String words);

    /** Channels by name, best first. */
    List<Match<Channel>> findChannels(String words);

    /** Tasks by title, best first. */
    List<Match<Task>> findTasks(String words);
}
