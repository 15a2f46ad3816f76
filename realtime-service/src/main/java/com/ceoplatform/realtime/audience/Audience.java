package com.ceoplatform.realtime.audience;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom an event is for, as its payload says.
 *
 * @param people who get it whatever else they may see
 * @param channels whose members get it
 * @param concerned who get it when they may see the channel that it happened in
 * @param owners of a task: whose departments decide what their managers see; null when it is no task
 */
public record Audience(
        Set<UUID> people,
        Set<UUID> channels,
        Set<UUID> concerned,
        @Nullable Set<UUID> owners) {

    public Audience {
        people = Set.copyOf(people);
        channels = Set.copyOf(channels);
        concerned = Set.copyOf(concerned);
        owners = owners == null ? null : Set.copyOf(owners);
    }

    static Audience people(Set<UUID> people) {
        return new Audience(people, Set.of(), Set.of(), null);
    }

    static Audience members(UUID channel, Set<UUID> people) {
        return new Audience(people, Set.of(channel), Set.of(), null);
    }

    /** Whether the feed of tasks may carry it. */
    public boolean isTask() {
        return owners != null;
    }
}
