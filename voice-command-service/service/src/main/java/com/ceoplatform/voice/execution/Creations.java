package com.ceoplatform.voice.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.voice.call.Call;
import com.ceoplatform.voice.call.CallFailure;
import com.ceoplatform.voice.call.CallScope;
import com.ceoplatform.voice.call.ServiceCalls;
import com.ceoplatform.voice.command.ActionOutcome;
import com.ceoplatform.voice.command.Effect;
import com.ceoplatform.voice.command.Effect.Thing;
import com.ceoplatform.voice.language.plan.Parameters.Comment;
import com.ceoplatform.voice.language.plan.Parameters.CreateChannel;
import com.ceoplatform.voice.language.plan.Parameters.CreateReminder;
import com.ceoplatform.voice.language.plan.Parameters.CreateTask;
import com.ceoplatform.voice.language.plan.Parameters.RequestUpload;
import com.ceoplatform.voice.language.plan.Parameters.ScheduleMeeting;
import com.ceoplatform.voice.language.plan.Parameters.SendMessage;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.organisation.OrganisationCopy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Actions that bring something into being. What they made is known to the next sentence at once. */
@Component
class Creations {

    /** As many people as message-service takes into one direct conversation. */
    private static final int ONE_CONVERSATION = 20;

    private static final String MESSAGE_TO = "the message to ";

    private final ServiceCalls calls;
    private final OrganisationCopy organisation;

    Creations(ServiceCalls calls, OrganisationCopy organisation) {
        this.calls = calls;
        this.organisation = organisation;
    }

    ActionOutcome channel(CreateChannel create, Results results, CallScope scope) {
        Body body = new Body()
                .with("name", create.name())
                .with("type", create.type())
                .with("privacy", create.privacy())
                .with("memberIds", results.ids(create.members()));
        JsonNode channel = calls.call(Call.post("channel", "/api/v1/channels", body.fields), scope);
        organisation.learn(false, channel);
        return made(Thing.CHANNEL, ReferenceKind.CHANNEL, channel, create.name());
    }

    ActionOutcome task(CreateTask create, Results results, CallScope scope) {
        Body body = new Body()
                .with("title", create.title())
                .with("description", create.description())
                .with("priority", create.priority())
                .with("dueAt", create.dueAt())
                .with("assigneeIds", results.ids(create.assignees()))
                .with("channelId", create.channel() == null ? null : results.id(create.channel()));
        JsonNode task = calls.call(Call.post("task", "/api/v1/tasks", body.fields), scope);
        organisation.learn(true, task);
        return made(Thing.TASK, ReferenceKind.TASK, task, create.title());
    }

    ActionOutcome message(SendMessage message, Results results, CallScope scope) {
        if (message.channel() != null) {
            Reference channel = results.real(message.channel());
            Body body = message(message, scope, "");
            JsonNode posted = calls.call(
                    Call.post("message", "/api/v1/channels/{id}/messages", body.fields, channel.id()), scope);
            return made(Thing.MESSAGE, ReferenceKind.MESSAGE, posted, MESSAGE_TO + channel.label());
        }
        List<Reference> users = message.users() == null ? List.of() : message.users();
        return users.size() > ONE_CONVERSATION
                ? each(message, users, results, scope)
                : direct(message, users, "", results, scope);
    }

    /** Too many for one conversation: everybody gets the message for themselves, or nobody does. */
    private ActionOutcome each(SendMessage message, List<Reference> users, Results results, CallScope scope) {
        List<Effect> sent = new ArrayList<>();
        try {
            for (Reference user : users) {
                sent.addAll(direct(message, List.of(user), user.id(), results, scope)
                        .effects());
            }
        } catch (CallFailure failure) {
            if (!failure.uncertain()) {
                sent.forEach(effect -> calls.call(Call.delete("message", "/api/v1/messages/{id}", effect.id()), scope));
            }
            throw failure;
        }
        return new ActionOutcome(null, sent, null, null);
    }

    private ActionOutcome direct(
            SendMessage message, List<Reference> users, String part, Results results, CallScope scope) {
        Body body = message(message, scope, part).with("userIds", results.ids(users));
        JsonNode posted = calls.call(Call.post("message", "/api/v1/messages/direct", body.fields), scope);
        String receivers =
                String.join(", ", users.stream().map(Reference::label).toList());
        return made(Thing.MESSAGE, ReferenceKind.MESSAGE, posted, MESSAGE_TO + receivers);
    }

    private static Body message(SendMessage message, CallScope scope, String part) {
        return new Body()
                .with("content", message.content())
                .with("priority", message.priority())
                .with("clientMessageId", UUID.nameUUIDFromBytes((scope + part).getBytes(UTF_8)));
    }

    ActionOutcome reminder(CreateReminder reminder, Results results, CallScope scope) {
        Body body = new Body()
                .with("about", reminder.about())
                .with("audience", results.ids(reminder.audience()))
                .with("at", reminder.at());
        JsonNode made = calls.call(Call.post("notification", "/api/v1/reminders", body.fields), scope);
        return made(Thing.REMINDER, ReferenceKind.REMINDER, made, reminder.about());
    }

    ActionOutcome meeting(ScheduleMeeting meeting, Results results, CallScope scope) {
        Body body = new Body()
                .with("title", meeting.title())
                .with("startAt", meeting.startAt())
                .with("durationMinutes", meeting.durationMinutes())
                .with("attendeeIds", results.ids(meeting.attendees()));
        JsonNode made = calls.call(Call.post("task", "/api/v1/meetings", body.fields), scope);
        return made(Thing.MEETING, ReferenceKind.MEETING, made, meeting.title());
    }

    ActionOutcome comment(Comment comment, Results results, CallScope scope) {
        Reference task = results.real(comment.task());
        JsonNode made = calls.call(
                Call.post("task", "/api/v1/tasks/{id}/comments", Map.of("content", comment.content()), task.id()),
                scope);
        String id = made.path("id").asString("");
        return ActionOutcome.of(task, List.of(new Effect.Commented(task.id(), task.label(), id, comment.content())));
    }

    ActionOutcome upload(RequestUpload upload, Results results, CallScope scope) {
        Body body = new Body()
                .with("name", upload.name())
                .with("channelIds", results.ids(upload.channels()))
                .with("taskIds", results.ids(upload.tasks()));
        JsonNode made = calls.call(Call.post("channel", "/api/v1/files", body.fields), scope);
        return made(Thing.FILE, ReferenceKind.FILE, made, upload.name());
    }

    private static ActionOutcome made(Thing thing, ReferenceKind kind, JsonNode resource, String label) {
        String id = resource.path("id").asString("");
        return ActionOutcome.of(
                new Reference(kind, id, label), List.of(new Effect.Created(thing, id, label, resource)));
    }

    /** Fields of a request; what was not said is left to the service's defaults. */
    private static final class Body {

        private final Map<String, Object> fields = new LinkedHashMap<>();

        Body with(String name, @Nullable Object value) {
            if (value != null) {
                fields.put(name, value);
            }
            return this;
        }
    }
}
