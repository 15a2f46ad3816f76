package com.ceoplatform.voice.language.organisation;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Ids by something they have in common, whatever its capitals. Safe for concurrent use. */
final class Grouping {

    private record Group(String key, Set<String> ids) {}

    private final Map<String, Group> groups = new ConcurrentHashMap<>();

    void add(@Nullable String key, String id) {
        if (key != null && !key.isBlank()) {
            groups.compute(fold(key), (_, group) -> {
                Group there = group == null ? new Group(key, ConcurrentHashMap.newKeySet()) : group;
                there.ids().add(id);
                return there;
            });
        }
    }

    void remove(@Nullable String key, String id) {
        if (key != null && !key.isBlank()) {
            groups.computeIfPresent(fold(key), (_, group) -> {
                group.ids().remove(id);
                return group.ids().isEmpty() ? null : group;
            });
        }
    }

    Set<String> ids(String key) {
        Group group = groups.get(fold(key));
        return group == null ? Set.of() : group.ids();
    }

    Collection<String> keys() {
        return groups.values().stream().map(Group::key).sorted().toList();
    }

    private static String fold(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
