package com.ceoplatform.realtime.support;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payloads of events, as small as their readers bear. */
public final class Payloads {

    private Payloads() {}

    public static Map<String, Object> task(UUID id, UUID creator, Set<UUID> assignees, @Nullable UUID channel) {
        Map<String, Object> task = new HashMap<>();
        task.put("id", id);
        task.put("title", "Content plan ✅");
        task.put("createdBy", creator);
        task.put("assigneeIds", assignees);
        task.put("watcherIds", Set.of());
        task.put("channelId", channel);
        return task;
    }

    public static Map<String, Object> message(UUID id, UUID channel, UUID sender) {
        return new HashMap<>(Map.of("id", id, "channelId", channel, "senderId", sender, "content", "Hello"));
    }

    public static Map<String, Object> channel(UUID id, String privacy, String type, Set<UUID> members) {
        return new HashMap<>(
                Map.of("id", id, "privacy", privacy, "type", type, "memberIds", members, "version", 5, "name", "Any"));
    }

    public static Map<String, Object> member(UUID channel, UUID user) {
        Map<String, Object> payload = channel(channel, "private", "project", Set.of());
        payload.put("userId", user);
        payload.put("role", "member");
        return payload;
    }

    public static Map<String, Object> user(UUID id, @Nullable String department) {
        Map<String, Object> user = new HashMap<>();
        user.put("id", id);
        user.put("department", department);
        user.put("active", true);
        return user;
    }
}
