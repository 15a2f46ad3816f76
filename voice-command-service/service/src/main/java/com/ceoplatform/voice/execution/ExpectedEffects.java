package com.ceoplatform.voice.execution;

import com.ceoplatform.voice.call.Call;
import com.ceoplatform.voice.call.CallScope;
import com.ceoplatform.voice.call.ServiceCalls;
import com.ceoplatform.voice.command.Effect;
import com.ceoplatform.voice.command.Effect.ChannelArchived;
import com.ceoplatform.voice.command.Effect.DependencyAdded;
import com.ceoplatform.voice.command.Effect.MembersAdded;
import com.ceoplatform.voice.command.Effect.MembersRemoved;
import com.ceoplatform.voice.command.Effect.Thing;
import com.ceoplatform.voice.language.plan.ActionType;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an action will change, read from the services before it is called: the image that taking it back needs. What an
 * action creates is known only afterwards.
 */
@Component
class ExpectedEffects {

    /** Where a change keeps the version that it was made up against. */
    static final String VERSION = "version";

    private final ServiceCalls calls;
    private final JsonMapper mapper;

    ExpectedEffects(ServiceCalls calls, JsonMapper mapper) {
        this.calls = calls;
        this.mapper = mapper;
    }

    List<Effect> of(PlannedAction action, Results results, CallScope scope) {
        return switch (action.parameters()) {
            case ChangeMembers change ->
                action.type() == ActionType.CHANNEL_ADD_MEMBERS
                        ? additions(results.real(change.channel()), results.ids(change.members()), scope)
                        : removals(results.real(change.channel()), results.ids(change.members()), scope);
            case UpdateChannel update -> renaming(results.real(update.channel()), update.name(), scope);
            case ArchiveChannel archive -> archiving(results.real(archive.channel()), scope);
            case UpdateTasks update -> {
                List<Effect> changes = new ArrayList<>();
                for (Reference task : update.tasks()) {
                    changes.add(change(results.real(task), update, results, scope));
                }
                yield List.copyOf(changes);
            }
            case AddDependency add -> dependencies(results.real(add.task()), results.ids(add.blockedBy()), scope);
            case CreateChannel _, CreateTask _, SendMessage _, CreateReminder _, ScheduleMeeting _ -> List.of();
            case Comment _, RequestUpload _, Query _ -> List.of();
        };
    }

    private List<Effect> additions(Reference channel, List<String> people, CallScope scope) {
        Set<String> missing = new LinkedHashSet<>(people);
        missing.removeAll(roles(channel, scope).keySet());
        return missing.isEmpty()
                ? List.of()
                : List.of(new MembersAdded(channel.id(), channel.label(), List.copyOf(missing)));
    }

    private List<Effect> removals(Reference channel, List<String> people, CallScope scope) {
        Map<String, String> roles = roles(channel, scope);
        Map<String, String> leaving = new LinkedHashMap<>(roles);
        leaving.keySet().retainAll(new HashSet<>(people));
        return leaving.isEmpty() ? List.of() : List.of(new MembersRemoved(channel.id(), channel.label(), leaving));
    }

    /** Everybody in the channel with their role. */
    private Map<String, String> roles(Reference channel, CallScope scope) {
        Map<String, String> roles = new LinkedHashMap<>();
        String cursor = "";
        do {
            String path = "/api/v1/channels/{id}/members?limit=200";
            JsonNode page = calls.call(
                    cursor.isEmpty()
                            ? Call.get("channel", path, channel.id())
                            : Call.get("channel", path + "&cursor={cursor}", channel.id(), cursor),
                    scope);
            page.path("items")
                    .forEach(member -> roles.put(
                            member.path("userId").asString(""),
                            member.path("role").asString("member")));
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return roles;
    }

    private List<Effect> renaming(Reference channel, String name, CallScope scope) {
        JsonNode now = calls.call(Call.get("channel", "/api/v1/channels/{id}", channel.id()), scope);
        Map<String, JsonNode> after = Map.of("name", mapper.valueToTree(name));
        return List.of(new Effect.Changed(Thing.CHANNEL, channel.id(), channel.label(), before(now, after), after));
    }

    private List<Effect> archiving(Reference channel, CallScope scope) {
        JsonNode now = calls.call(Call.get("channel", "/api/v1/channels/{id}", channel.id()), scope);
        return now.path("status").asString("").equals("archived")
                ? List.of()
                : List.of(new ChannelArchived(channel.id(), channel.label()));
    }

    private Effect change(Reference task, UpdateTasks update, Results results, CallScope scope) {
        JsonNode now = calls.call(Call.get("task", "/api/v1/tasks/{id}", task.id()), scope);
        Map<String, JsonNode> after = new LinkedHashMap<>();
        put(after, "status", update.status() == null ? null : update.status().wire());
        put(
                after,
                "priority",
                update.priority() == null ? null : update.priority().wire());
        put(after, "dueAt", update.dueAt());
        put(after, "channelId", update.channel() == null ? null : results.id(update.channel()));
        put(after, "assigneeIds", assignees(now, update, results));
        return new Effect.Changed(
                Thing.TASK, task.id(), now.path("title").asString(task.label()), before(now, after), after);
    }

    private static @Nullable Set<String> assignees(JsonNode now, UpdateTasks update, Results results) {
        if (update.assignees() == null && update.addAssignees() == null) {
            return null;
        }
        Set<String> people = new LinkedHashSet<>();
        if (update.assignees() == null) {
            now.path("assigneeIds").forEach(id -> people.add(id.asString("")));
        } else {
            people.addAll(results.ids(update.assignees()));
        }
        people.addAll(results.ids(update.addAssignees()));
        return people;
    }

    private List<Effect> dependencies(Reference task, List<String> blockers, CallScope scope) {
        JsonNode now = calls.call(Call.get("task", "/api/v1/tasks/{id}", task.id()), scope);
        Set<String> missing = new LinkedHashSet<>(blockers);
        now.path("blockedBy").forEach(id -> missing.remove(id.asString("")));
        return missing.stream()
                .<Effect>map(blocker -> new DependencyAdded(task.id(), task.label(), blocker))
                .toList();
    }

    private Map<String, JsonNode> before(JsonNode now, Map<String, JsonNode> after) {
        Map<String, JsonNode> before = new LinkedHashMap<>();
        after.keySet().forEach(field -> {
            JsonNode value = now.path(field);
            before.put(field, value.isMissingNode() ? mapper.nullNode() : value);
        });
        before.put(VERSION, now.path(VERSION));
        return before;
    }

    private void put(Map<String, JsonNode> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, mapper.valueToTree(value));
        }
    }
}
