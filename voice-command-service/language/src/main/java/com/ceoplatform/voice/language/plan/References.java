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
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The references that parameters hold. */
public final class References {

    private References() {}

    /** All of them: what is acted on first, people last. */
    public static Stream<Reference> of(Parameters parameters) {
        return Stream.concat(things(parameters), people(parameters));
    }

    /** Channels, tasks and what earlier actions make. */
    public static Stream<Reference> things(Parameters parameters) {
        return switch (parameters) {
            case CreateChannel ignored -> Stream.empty();
            case ChangeMembers change -> Stream.of(change.channel());
            case UpdateChannel update -> Stream.of(update.channel());
            case ArchiveChannel archive -> Stream.of(archive.channel());
            case CreateTask create -> Stream.ofNullable(create.channel());
            case UpdateTasks update -> Stream.concat(update.tasks().stream(), Stream.ofNullable(update.channel()));
            case AddDependency dependency ->
                Stream.concat(Stream.of(dependency.task()), dependency.blockedBy().stream());
            case Comment comment -> Stream.of(comment.task());
            case SendMessage message -> Stream.ofNullable(message.channel());
            case CreateReminder ignored -> Stream.empty();
            case ScheduleMeeting ignored -> Stream.empty();
            case RequestUpload upload -> Stream.concat(all(upload.channels()), all(upload.tasks()));
            case Query query -> Stream.ofNullable(query.channel());
        };
    }

    /** Everybody it addresses, adds or assigns. */
    public static Stream<Reference> people(Parameters parameters) {
        return switch (parameters) {
            case CreateChannel create -> all(create.members());
            case ChangeMembers change -> all(change.members());
            case CreateTask create -> all(create.assignees());
            case UpdateTasks update -> Stream.concat(all(update.assignees()), all(update.addAssignees()));
            case SendMessage message -> all(message.users());
            case CreateReminder reminder -> all(reminder.audience());
            case ScheduleMeeting meeting -> all(meeting.attendees());
            case Query query -> all(query.users());
            case UpdateChannel ignored -> Stream.empty();
            case ArchiveChannel ignored -> Stream.empty();
            case AddDependency ignored -> Stream.empty();
            case Comment ignored -> Stream.empty();
            case RequestUpload ignored -> Stream.empty();
        };
    }

    private static Stream<Reference> all(@Nullable List<Reference> references) {
        return references == null ? Stream.empty() : references.stream();
    }
}
