package com.ceoplatform.realtime.presence;

import com.ceoplatform.realtime.frame.PresenceStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is there, put together from what every replica says about its own users. A replica numbers its statements; what is
 * older than what is known of it is ignored.
 */
final class PresenceBoard {

    private final Map<String, Replica> replicas = new HashMap<>();

    /** Somebody's status has become another one. */
    record Change(UUID userId, PresenceStatus status) {}

    private static final class Replica {
        private final Map<UUID, PresenceStatus> users = new HashMap<>();
        private long number;
    }

    /** A replica says how one user is there; empty when that makes no difference. */
    synchronized Optional<Change> tell(String replica, long number, UUID userId, PresenceStatus status) {
        Replica known = replicas.computeIfAbsent(replica, id -> new Replica());
        if (number <= known.number) {
            return Optional.empty();
        }
        known.number = number;
        PresenceStatus before = statusOf(userId);
        put(known, userId, status);
        return change(userId, before);
    }

    /** A replica says how all of its users are there. */
    synchronized List<Change> tellAll(String replica, long number, Map<UUID, PresenceStatus> users) {
        Replica known = replicas.computeIfAbsent(replica, id -> new Replica());
        if (number < known.number) {
            return List.of();
        }
        known.number = number;
        Set<UUID> touched = new HashSet<>(known.users.keySet());
        touched.addAll(users.keySet());
        List<Change> changes = new ArrayList<>();
        for (UUID user : touched) {
            PresenceStatus before = statusOf(user);
            put(known, user, users.getOrDefault(user, PresenceStatus.OFFLINE));
            change(user, before).ifPresent(changes::add);
        }
        return changes;
    }

    /** A replica is gone, and with it those who were only there. */
    synchronized List<Change> drop(String replica) {
        Replica known = replicas.get(replica);
        if (known == null) {
            return List.of();
        }
        List<Change> changes = tellAll(replica, known.number, Map.of());
        replicas.remove(replica);
        return changes;
    }

    private static void put(Replica replica, UUID userId, PresenceStatus status) {
        if (status == PresenceStatus.OFFLINE) {
            replica.users.remove(userId);
        } else {
            replica.users.put(userId, status);
        }
    }

    private Optional<Change> change(UUID userId, PresenceStatus before) {
        PresenceStatus now = statusOf(userId);
        return now == before ? Optional.empty() : Optional.of(new Change(userId, now));
    }

    private PresenceStatus statusOf(UUID userId) {
        PresenceStatus status = PresenceStatus.OFFLINE;
        for (Replica replica : replicas.values()) {
            PresenceStatus there = replica.users.getOrDefault(userId, PresenceStatus.OFFLINE);
            status = there.compareTo(status) < 0 ? there : status;
        }
        return status;
    }

    /** Everybody who is not offline. */
    synchronized List<Change> present() {
        Map<UUID, PresenceStatus> present = new HashMap<>();
        for (Replica replica : replicas.values()) {
            replica.users.forEach((user, status) ->
                    present.merge(user, status, (one, other) -> one.compareTo(other) < 0 ? one : other));
        }
        return present.entrySet().stream()
                .map(entry -> new Change(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What one replica says, and the number of its last statement. */
    synchronized Snapshot snapshot(String replica) {
        Replica known = replicas.computeIfAbsent(replica, id -> new Replica());
        return new Snapshot(known.number, known.users);
    }

    /** All users of a replica at once. */
    record Snapshot(long number, Map<UUID, PresenceStatus> users) {
        Snapshot {
            users = Map.copyOf(users);
        }
    }

    /** The replicas that are known. */
    synchronized Set<String> replicas() {
        return Set.copyOf(replicas.keySet());
    }
}
