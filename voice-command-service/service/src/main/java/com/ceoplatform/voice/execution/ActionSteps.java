package com.ceoplatform.voice.execution;

import com.ceoplatform.voice.call.Call;
import com.ceoplatform.voice.call.CallFailure;
import com.ceoplatform.voice.call.CallScope;
import com.ceoplatform.voice.call.ServiceCalls;
import com.ceoplatform.voice.command.ActionOutcome;
import com.ceoplatform.voice.command.Effect;
import com.ceoplatform.voice.command.Effect.Changed;
import com.ceoplatform.voice.command.Effect.DependencyAdded;
import com.ceoplatform.voice.command.Effect.MembersAdded;
import com.ceoplatform.voice.command.Effect.MembersRemoved;
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
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.query.QueryAnswers;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Carries out one action. Doing it again, after a crash, does nothing more. */
@Component
class ActionSteps {

    private final Creations creations;
    private final Changes changes;
    private final QueryAnswers queries;
    private final ServiceCalls calls;

    ActionSteps(Creations creations, Changes changes, QueryAnswers queries, ServiceCalls calls) {
        this.creations = creations;
        this.changes = changes;
        this.queries = queries;
        this.calls = calls;
    }

    /** @throws CallFailure when a service refuses, or cannot be reached for too long */
    ActionOutcome perform(PlannedAction action, List<Effect> expected, Results results, CallScope scope) {
        return switch (action.parameters()) {
            case CreateChannel create -> creations.channel(create, results, scope);
            case CreateTask create -> creations.task(create, results, scope);
            case SendMessage message -> creations.message(message, results, scope);
            case CreateReminder reminder -> creations.reminder(reminder, results, scope);
            case ScheduleMeeting meeting -> creations.meeting(meeting, results, scope);
            case RequestUpload upload -> creations.upload(upload, results, scope);
            case Query query -> queries.answer(action.type(), query, scope);
            case ChangeMembers change -> applied(expected, results.real(change.channel()), scope);
            case UpdateChannel update -> {
                Reference channel = results.real(update.channel());
                yield applied(expected, new Reference(ReferenceKind.CHANNEL, channel.id(), update.name()), scope);
            }
            case ArchiveChannel archive -> applied(expected, results.real(archive.channel()), scope);
            case UpdateTasks update -> updated(expected, update, results, scope);
            case AddDependency add -> applied(expected, results.real(add.task()), scope);
            case Comment comment -> creations.comment(comment, results, scope);
        };
    }

    private ActionOutcome updated(List<Effect> expected, UpdateTasks update, Results results, CallScope scope) {
        expected.forEach(effect -> apply(effect, scope));
        Reference only =
                update.tasks().size() == 1 ? results.real(update.tasks().getFirst()) : null;
        return new ActionOutcome(only, expected, null, null);
    }

    private ActionOutcome applied(List<Effect> expected, Reference about, CallScope scope) {
        expected.forEach(effect -> apply(effect, scope));
        return ActionOutcome.of(about, expected);
    }

    private void apply(Effect effect, CallScope scope) {
        switch (effect) {
            case Changed change -> changes.make(change, scope);
            case MembersAdded added ->
                calls.call(
                        Call.post(
                                "channel",
                                "/api/v1/channels/{id}/members",
                                Map.of("userIds", added.userIds()),
                                added.id()),
                        scope);
            case MembersRemoved removed -> removed.roles().keySet().forEach(user -> remove(removed.id(), user, scope));
            case Effect.ChannelArchived archived ->
                calls.call(Call.post("channel", "/api/v1/channels/{id}/archive", Map.of(), archived.id()), scope);
            case DependencyAdded added ->
                calls.call(
                        Call.post(
                                "task",
                                "/api/v1/tasks/{id}/dependencies",
                                Map.of("dependsOnTaskId", added.dependsOnTaskId()),
                                added.id()),
                        scope);
            case Effect.Created _, Effect.Commented _, Effect.Irrevocable _ ->
                throw new IllegalArgumentException("Nothing to apply: " + effect);
        }
    }

    private void remove(String channel, String user, CallScope scope) {
        try {
            calls.call(Call.delete("channel", "/api/v1/channels/{id}/members/{user}", channel, user), scope);
        } catch (CallFailure failure) {
            if (failure.kind() != CallFailure.Kind.NOT_FOUND) {
                throw failure;
            }
        }
    }
}
