package com.ceoplatform.voice.language.plan;

import com.ceoplatform.voice.language.plan.Parameters.AddDependency;
import com.ceoplatform.voice.language.plan.Parameters.ArchiveChannel;
import com.ceoplatform.voice.language.plan.Parameters.ChangeMembers;
import com.ceoplatform.voice.language.plan.Parameters.Comment;
import com.ceoplatform.voice.language.plan.Parameters.CreateChannel;
import com.ceoplatform.voice.language.plan.Parameters.CreateReminder;
import com.ceoplatform.voice.language.plan.Parameters.CreateTask;
import com.ceoplatform.voice.language.plan.Parameters.Query;
import com.ceoplatform.voice.language.plan.Parameters.RequestUpload;
import com.ceoplatform.voice.language.plan.Parameters.ScheduleMeeting;
import com.ceoplatform.voice.language.plan.Parameters.SendMessage;
import com.ceoplatform.voice.language.plan.Parameters.UpdateChannel;
import com.ceoplatform.voice.language.plan.Parameters.UpdateTasks;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Everything a plan can contain, by its name in the contract. */
public enum ActionType {
    CHANNEL_CREATE("channel.create", CreateChannel.class),
    CHANNEL_ADD_MEMBERS("channel.add_members", ChangeMembers.class),
    CHANNEL_REMOVE_MEMBERS("channel.remove_members", ChangeMembers.class),
    CHANNEL_UPDATE("channel.update", UpdateChannel.class),
    CHANNEL_ARCHIVE("channel.archive", ArchiveChannel.class),
    TASK_CREATE("task.create", CreateTask.class),
    TASK_UPDATE("task.update", UpdateTasks.class),
    TASK_ADD_DEPENDENCY("task.add_dependency", AddDependency.class),
    TASK_COMMENT("task.comment", Comment.class),
    MESSAGE_SEND("message.send", SendMessage.class),
    REMINDER_CREATE("reminder.create", CreateReminder.class),
    MEETING_SCHEDULE("meeting.schedule", ScheduleMeeting.class),
    FILE_REQUEST_UPLOAD("file.request_upload", RequestUpload.class),
    QUERY_TEAM_STATUS("query.team_status", Query.class),
    QUERY_PROGRESS("query.progress", Query.class),
    QUERY_TASKS("query.tasks", Query.class),
    QUERY_WORKLOAD("query.workload", Query.class),
    QUERY_DAILY_SUMMARY("query.daily_summary", Query.class);

    private final String wire;
    private final Class<? extends Parameters> parameters;

    ActionType(String wire, Class<? extends Parameters> parameters) {
        this.wire = wire;
        this.parameters = parameters;
    }

    @JsonValue
    public String wire() {
        return wire;
    }

    public Class<? extends Parameters> parameters() {
        return parameters;
    }

    public boolean isQuery() {
        return parameters == Query.class;
    }

    /** @throws IllegalArgumentException when no type has that name */
    @JsonCreator
    public static ActionType of(String wire) {
        return Arrays.stream(values())
                .filter(type -> type.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action type " + wire));
    }
}
