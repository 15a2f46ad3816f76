package com.ceoplatform.voice.execution;

import com.ceoplatform.voice.call.Call;
import com.ceoplatform.voice.call.CallFailure;
import com.ceoplatform.voice.call.CallScope;
import com.ceoplatform.voice.call.Fields;
import com.ceoplatform.voice.call.ServiceCalls;
import com.ceoplatform.voice.command.ActionError;
import com.ceoplatform.voice.command.Effect;
import com.ceoplatform.voice.command.Effect.Changed;
import com.ceoplatform.voice.command.Effect.ChannelArchived;
import com.ceoplatform.voice.command.Effect.Commented;
import com.ceoplatform.voice.command.Effect.Created;
import com.ceoplatform.voice.command.Effect.DependencyAdded;
import com.ceoplatform.voice.command.Effect.Irrevocable;
import com.ceoplatform.voice.command.Effect.MembersAdded;
import com.ceoplatform.voice.command.Effect.MembersRemoved;
import com.ceoplatform.voice.organisation.OrganisationCopy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes effects back. Doing it again, after a crash, does nothing more. */
@Component
class Reversal {

    private static final List<String> TASK_FIELDS =
            List.of("title", "description", "status", "priority", "assigneeIds", "dueAt", "channelId");
    private static final List<String> CHANNEL_FIELDS = List.of("name", "description", "type", "privacy", "memberIds");
    private static final List<String> MEETING_FIELDS = List.of("title", "startAt", "endAt", "attendeeIds");
    private static final String COMMENT = "/api/v1/tasks/{id}/comments/{comment}";
    private static final List<String> FILE_FIELDS = List.of("name", "status");
    private static final String FILE = "/api/v1/files/{id}";
    private static final String MEETING = "/api/v1/meetings/{id}";
    private static final ActionError CHANGED_SINCE = new ActionError("changed_since", "somebody has changed it since");

    private final ServiceCalls calls;
    private final Changes changes;
    private final OrganisationCopy organisation;

    Reversal(ServiceCalls calls, Changes changes, OrganisationCopy organisation) {
        this.calls = calls;
        this.changes = changes;
        this.organisation = organisation;
    }

    /**
     * Takes an effect back; answers why it stands when it does.
     *
     * @param careful leave alone what somebody changed since
     * @throws CallFailure UNAUTHENTICATED only: nothing can be taken back with this token
     */
    Optional<ActionError> revert(Effect effect, boolean careful, CallScope scope) {
        try {
            return switch (effect) {
                case Created created -> remove(created, careful, scope);
                case Changed change -> putBack(change, scope);
                case MembersAdded added -> removeMembers(added, scope);
                case MembersRemoved removed -> addMembers(removed, scope);
                case ChannelArchived archived -> unarchive(archived, scope);
                case DependencyAdded added -> removeDependency(added, scope);
                case Commented commented -> removeComment(commented, careful, scope);
                case Irrevocable _ -> Optional.of(new ActionError("irrevocable", "it cannot be taken back"));
            };
        } catch (CallFailure failure) {
            return switch (failure.kind()) {
                case UNAUTHENTICATED -> throw failure;
                case NOT_FOUND -> isGone(failure) ? Optional.empty() : Optional.of(failure.error());
                case STALE -> Optional.of(CHANGED_SINCE);
                case REFUSED, UNAVAILABLE -> Optional.of(failure.error());
            };
        }
    }

    /** A thing that is not there needs no removal; a path that is not there removes nothing. */
    private static boolean isGone(CallFailure failure) {
        return failure.error().code().endsWith("_not_found");
    }

    private Optional<ActionError> remove(Created created, boolean careful, CallScope scope) {
        return switch (created.thing()) {
            case TASK -> removeTask(created, careful, scope);
            case CHANNEL -> archive(created, careful, scope);
            case MESSAGE -> delete("message", "/api/v1/messages/{id}", created, scope);
            case REMINDER -> delete("notification", "/api/v1/reminders/{id}", created, scope);
            case MEETING -> cancelMeeting(created, careful, scope);
            case FILE -> removeFile(created, careful, scope);
        };
    }

    private Optional<ActionError> delete(String service, String path, Created created, CallScope scope) {
        calls.call(Call.delete(service, path, created.id()), scope);
        return Optional.empty();
    }

    /** A file that was only asked for; one that somebody has uploaded since stays. */
    private Optional<ActionError> removeFile(Created created, boolean careful, CallScope scope) {
        JsonNode now = calls.call(Call.get("channel", FILE, created.id()), scope);
        return careful && differs(created.snapshot(), now, FILE_FIELDS)
                ? Optional.of(CHANGED_SINCE)
                : delete("channel", FILE, created, scope);
    }

    private Optional<ActionError> cancelMeeting(Created created, boolean careful, CallScope scope) {
        JsonNode now = calls.call(Call.get("task", MEETING, created.id()), scope);
        return careful && differs(created.snapshot(), now, MEETING_FIELDS)
                ? Optional.of(CHANGED_SINCE)
                : delete("task", MEETING, created, scope);
    }

    private Optional<ActionError> removeTask(Created created, boolean careful, CallScope scope) {
        if (careful) {
            JsonNode now = calls.call(Call.get("task", "/api/v1/tasks/{id}", created.id()), scope);
            if (differs(created.snapshot(), now, TASK_FIELDS) || commentedByOthers(created, now, scope)) {
                return Optional.of(CHANGED_SINCE);
            }
        }
        calls.call(Call.delete("task", "/api/v1/tasks/{id}", created.id()), scope);
        organisation.forgetTask(created.id());
        return Optional.empty();
    }

    private boolean commentedByOthers(Created created, JsonNode task, CallScope scope) {
        JsonNode comments = calls.call(Call.get("task", "/api/v1/tasks/{id}/comments?limit=200", created.id()), scope);
        String creator = task.path("createdBy").asString("");
        for (JsonNode comment : comments.path("items")) {
            if (!comment.path("authorId").asString("").equals(creator)) {
                return true;
            }
        }
        return false;
    }

    private Optional<ActionError> archive(Created created, boolean careful, CallScope scope) {
        JsonNode now = calls.call(Call.get("channel", "/api/v1/channels/{id}", created.id()), scope);
        if (now.path("status").asString("").equals("archived")) {
            return Optional.empty();
        }
        if (careful && differs(created.snapshot(), now, CHANNEL_FIELDS)) {
            return Optional.of(CHANGED_SINCE);
        }
        JsonNode archived =
                calls.call(Call.post("channel", "/api/v1/channels/{id}/archive", Map.of(), created.id()), scope);
        organisation.learn(false, archived);
        return Optional.empty();
    }

    private static boolean differs(JsonNode then, JsonNode now, List<String> fields) {
        return fields.stream()
                .filter(field -> !now.path(field).isMissingNode())
                .anyMatch(field -> !Fields.same(then.path(field), now.path(field)));
    }

    private Optional<ActionError> putBack(Changed change, CallScope scope) {
        List<String> changedSince = changes.putBack(change, scope);
        return changedSince.isEmpty()
                ? Optional.empty()
                : Optional.of(new ActionError(
                        CHANGED_SINCE.code(),
                        change.label() + ": somebody has changed " + String.join(", ", changedSince) + " since"));
    }

    private Optional<ActionError> removeMembers(MembersAdded added, CallScope scope) {
        for (String user : added.userIds()) {
            try {
                calls.call(Call.delete("channel", "/api/v1/channels/{id}/members/{user}", added.id(), user), scope);
            } catch (CallFailure failure) {
                if (failure.kind() != CallFailure.Kind.NOT_FOUND) {
                    throw failure;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<ActionError> addMembers(MembersRemoved removed, CallScope scope) {
        Map<String, List<String>> byRole = removed.roles().keySet().stream()
                .collect(Collectors.groupingBy(new HashMap<>(removed.roles())::get, TreeMap::new, Collectors.toList()));
        byRole.forEach((role, users) -> calls.call(
                Call.post(
                        "channel",
                        "/api/v1/channels/{id}/members",
                        Map.of("userIds", users, "role", role),
                        removed.id()),
                scope));
        return Optional.empty();
    }

    private Optional<ActionError> unarchive(ChannelArchived archived, CallScope scope) {
        JsonNode now = calls.call(Call.get("channel", "/api/v1/channels/{id}", archived.id()), scope);
        if (now.path("status").asString("").equals("archived")) {
            JsonNode restored =
                    calls.call(Call.post("channel", "/api/v1/channels/{id}/unarchive", Map.of(), archived.id()), scope);
            organisation.learn(false, restored);
        }
        return Optional.empty();
    }

    private Optional<ActionError> removeComment(Commented commented, boolean careful, CallScope scope) {
        if (careful) {
            JsonNode now = calls.call(Call.get("task", COMMENT, commented.id(), commented.commentId()), scope);
            if (!now.path("content").asString("").equals(commented.content())) {
                return Optional.of(CHANGED_SINCE);
            }
        }
        calls.call(Call.delete("task", COMMENT, commented.id(), commented.commentId()), scope);
        return Optional.empty();
    }

    private Optional<ActionError> removeDependency(DependencyAdded added, CallScope scope) {
        calls.call(
                Call.delete("task", "/api/v1/tasks/{id}/dependencies/{other}", added.id(), added.dependsOnTaskId()),
                scope);
        return Optional.empty();
    }
}
