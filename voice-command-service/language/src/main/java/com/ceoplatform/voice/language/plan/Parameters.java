package com.ceoplatform.voice.language.plan;

import com.ceoplatform.voice.language.organisation.ChannelType;
import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.language.organisation.Privacy;
import com.ceoplatform.voice.language.organisation.TaskStatus;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an action needs to know. The component names are those of the REST contract; what was not said is absent. */
public sealed interface Parameters {

    /** {@code channel.create}. */
    @JsonInclude(Include.NON_EMPTY)
    record CreateChannel(
            String name,
            @Nullable ChannelType type,
            @Nullable Privacy privacy,
            @Nullable List<Reference> members) implements Parameters {}

    /** {@code channel.add_members} and {@code channel.remove_members}. */
    @JsonInclude(Include.NON_EMPTY)
    record ChangeMembers(Reference channel, List<Reference> members) implements Parameters {}

    /** {@code channel.update}: a new name. */
    record UpdateChannel(Reference channel, String name) implements Parameters {}

    /** {@code channel.archive}. */
    record ArchiveChannel(Reference channel) implements Parameters {}

    /** {@code task.create}. */
    @JsonInclude(Include.NON_EMPTY)
    record CreateTask(
            String title,
            @Nullable String description,
            @Nullable List<Reference> assignees,

            @JsonFormat(without = Feature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE) @Nullable
            OffsetDateTime dueAt,

            @Nullable Priority priority,
            @Nullable Reference channel)
            implements Parameters {}

    /** {@code task.update}: {@code assignees} replaces (by nobody when it is empty), {@code addAssignees} adds. */
    @JsonInclude(Include.NON_NULL)
    record UpdateTasks(
            List<Reference> tasks,
            @Nullable TaskStatus status,
            @Nullable Priority priority,

            @JsonFormat(without = Feature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE) @Nullable
            OffsetDateTime dueAt,

            @Nullable Reference channel,
            @Nullable List<Reference> assignees,
            @Nullable List<Reference> addAssignees)
            implements Parameters {}

    /** {@code task.add_dependency}. */
    record AddDependency(Reference task, List<Reference> blockedBy) implements Parameters {}

    /** {@code task.comment}. */
    record Comment(Reference task, String content) implements Parameters {}

    /** {@code message.send}: to a channel, or to users directly. */
    @JsonInclude(Include.NON_EMPTY)
    record SendMessage(
            @Nullable Reference channel,
            @Nullable List<Reference> users,
            String content,
            @Nullable Priority priority) implements Parameters {}

    /** {@code reminder.create}. */
    @JsonInclude(Include.NON_EMPTY)
    record CreateReminder(
            String about,
            List<Reference> audience,

            @JsonFormat(without = Feature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            OffsetDateTime at)
            implements Parameters {}

    /** {@code meeting.schedule}. */
    @JsonInclude(Include.NON_EMPTY)
    record ScheduleMeeting(
            String title,

            @JsonFormat(without = Feature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            OffsetDateTime startAt,

            int durationMinutes,
            List<Reference> attendees)
            implements Parameters {}

    /** {@code file.request_upload}. */
    @JsonInclude(Include.NON_EMPTY)
    record RequestUpload(
            String name,
            @Nullable List<Reference> channels,
            @Nullable List<Reference> tasks) implements Parameters {}

    /** {@code query.*}: what the question named. Status is a task status, or {@code open} or {@code overdue}. */
    @JsonInclude(Include.NON_EMPTY)
    record Query(
            @Nullable Reference channel,
            @Nullable List<Reference> users,
            @Nullable String status,
            @Nullable Priority priority,
            @Nullable String title,
            @Nullable Period due)
            implements Parameters {}

    /** A span of time; either end may be open. */
    @JsonInclude(Include.NON_NULL)
    record Period(
            @JsonFormat(without = Feature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE) @Nullable
            OffsetDateTime from,

            @JsonFormat(without = Feature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE) @Nullable
            OffsetDateTime to) {}
}
