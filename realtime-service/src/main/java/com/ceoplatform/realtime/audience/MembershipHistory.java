package com.ceoplatform.realtime.audience;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One person's joining and leaving within a stretch of the log, so that a replay does not show what happened in a channel
 * before they joined it.
 */
public final class MembershipHistory {

    private final UUID userId;
    private final Map<UUID, List<MembershipChange>> byChannel = new HashMap<>();

    public MembershipHistory(UUID userId) {
        this.userId = userId;
    }

    /** Takes note of a change; other people's are ignored. */
    public void add(MembershipChange change) {
        if (change.userId().equals(userId)) {
            List<MembershipChange> changes = byChannel.computeIfAbsent(change.channelId(), id -> new ArrayList<>());
            changes.add(change);
            changes.sort(Comparator.comparing(MembershipChange::time));
        }
    }

    /** Whether the person, a member now, was one at that time. */
    boolean wasMember(UUID channelId, Instant time) {
        List<MembershipChange> changes = byChannel.getOrDefault(channelId, List.of());
        boolean member = changes.isEmpty() || !changes.getFirst().joined();
        for (MembershipChange change : changes) {
            if (!change.time().isAfter(time)) {
                member = change.joined();
            }
        }
        return member;
    }
}
