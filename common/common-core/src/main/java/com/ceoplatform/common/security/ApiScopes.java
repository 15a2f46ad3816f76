package com.ceoplatform.common.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What API tokens can be good for: {@code <area>:read} or {@code <area>:write}. Which one a request needs follows from
 * its path and method, the same at the gateway and behind it. What belongs to no area, such as logins, passwords and
 * tokens themselves, is for people who have logged in.
 */
public final class ApiScopes {

    private static final String PREFIX = "/api/v1/";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final Map<String, String> AREAS = Map.ofEntries(
            Map.entry("tasks", "tasks"),
            Map.entry("meetings", "tasks"),
            Map.entry("calendar", "tasks"),
            Map.entry("calendar.ics", "tasks"),
            Map.entry("channels", "channels"),
            Map.entry("channel-categories", "channels"),
            Map.entry("files", "files"),
            Map.entry("messages", "messages"),
            Map.entry("scheduled-messages", "messages"),
            Map.entry("unread", "messages"),
            Map.entry("notifications", "notifications"),
            Map.entry("reminders", "notifications"),
            Map.entry("webhooks", "notifications"),
            Map.entry("voice", "voice"),
            Map.entry("users", "users"),
            Map.entry("departments", "users"));

    /** Every scope there is, in order. */
    public static final Set<String> ALL = AREAS.values().stream()
            .flatMap(area -> List.of(area + ":read", area + ":write").stream())
            .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), scopes -> withEvents(scopes)));

    private ApiScopes() {}

    private static Set<String> withEvents(Set<String> scopes) {
        scopes.add("events:read");
        return java.util.Collections.unmodifiableSet(scopes);
    }

    /** Whether a token with this scope may make the request; one without a scope may make every request. */
    public static boolean permit(@Nullable String granted, String method, String path) {
        if (granted == null) {
            return true;
        }
        return required(method, path)
                .map(needed -> needed.isEmpty() || List.of(granted.split(" ")).contains(needed))
                .orElse(false);
    }

    /** The scope that a request needs: empty text for none, empty altogether when no scope is enough. */
    public static Optional<String> required(String method, String path) {
        if (path.equals("/ws")) {
            return Optional.of("events:read");
        }
        if (path.equals("/ws/voice")) {
            return Optional.of("voice:write");
        }
        if (!path.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String[] segments = path.substring(PREFIX.length()).split("/");
        if (segments[0].equals("batch")) {
            return Optional.of(""); // each of its parts is looked at by itself
        }
        return area(segments).map(area -> area + (READING.contains(method) ? ":read" : ":write"));
    }

    private static Optional<String> area(String[] segments) {
        String sub = segments.length > 2 ? segments[2] : "";
        if (segments[0].equals("users") && (sub.equals("tokens") || sub.equals("sessions"))) {
            return Optional.empty();
        }
        if (segments[0].equals("channels") && (sub.equals("messages") || sub.equals("read"))) {
            return Optional.of("messages");
        }
        return Optional.ofNullable(AREAS.get(segments[0]));
    }
}
