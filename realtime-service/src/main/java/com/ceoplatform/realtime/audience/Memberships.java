package com.ceoplatform.realtime.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The channels of every connected user. A user's snapshot is fetched while changes go on: those that arrive before it are
 * kept and applied on top of it, so that nothing between snapshot and stream is lost.
 */
@Component
public final class Memberships {

    private final Map<UUID, Known> users = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> members = new ConcurrentHashMap<>();

    private static final class Known {
        private final Set<UUID> channels = ConcurrentHashMap.newKeySet();
        private final List<MembershipChange> early = new ArrayList<>();
        private boolean loaded;
        private int holders;
    }

    /** From now on the changes of this user are kept; answers whether the snapshot is there already. */
    public synchronized boolean hold(UUID userId) {
        Known known = users.computeIfAbsent(userId, id -> new Known());
        known.holders++;
        return known.loaded;
    }

    /** The snapshot of a held user; a second one is ignored, for the first is up to date. */
    public synchronized void load(UUID userId, Set<UUID> channels) {
        Known known = users.get(userId);
        if (known == null || known.loaded) {
            return;
        }
        known.loaded = true;
        channels.forEach(channel -> join(userId, known, channel));
        known.early.forEach(change -> apply(known, change));
        known.early.clear();
    }

    /** One connection of the user less; with the last one the user is forgotten. */
    public synchronized void release(UUID userId) {
        Known known = users.get(userId);
        if (known != null && --known.holders == 0) {
            users.remove(userId);
            Set.copyOf(known.channels).forEach(channel -> leave(userId, known, channel));
        }
    }

    /** Follows a change; those of users who are not connected here are none of our business. */
    public synchronized void apply(MembershipChange change) {
        Known known = users.get(change.userId());
        if (known == null) {
            return;
        }
        if (known.loaded) {
            apply(known, change);
        } else {
            known.early.add(change);
        }
    }

    private void apply(Known known, MembershipChange change) {
        if (change.joined()) {
            join(change.userId(), known, change.channelId());
        } else {
            leave(change.userId(), known, change.channelId());
        }
    }

    private void join(UUID userId, Known known, UUID channelId) {
        known.channels.add(channelId);
        members.computeIfAbsent(channelId, id -> ConcurrentHashMap.newKeySet()).add(userId);
    }

    private void leave(UUID userId, Known known, UUID channelId) {
        known.channels.remove(channelId);
        members.computeIfPresent(channelId, (id, people) -> {
            people.remove(userId);
            return people.isEmpty() ? null : people;
        });
    }

    public boolean isMember(UUID userId, UUID channelId) {
        Known known = users.get(userId);
        return known != null && known.channels.contains(channelId);
    }

    /** The connected members of a channel. */
    public Set<UUID> membersOf(UUID channelId) {
        return members.getOrDefault(channelId, Set.of());
    }
}
