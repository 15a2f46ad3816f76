package com.ceoplatform.task.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Who has to do with a task. */
@Embeddable
record Participants(
        @Column(updatable = false) UUID createdBy,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "uuid[]")
        List<UUID> assigneeIds,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "uuid[]")
        List<UUID> watcherIds) {

    Participants {
        assigneeIds = List.copyOf(assigneeIds);
        watcherIds = List.copyOf(watcherIds);
    }

    static Participants creator(UUID userId) {
        return new Participants(userId, List.of(), List.of());
    }

    Participants assigned(Collection<UUID> userIds) {
        return new Participants(createdBy, distinct(userIds), watcherIds);
    }

    Participants watchedBy(Collection<UUID> userIds) {
        return new Participants(createdBy, assigneeIds, distinct(userIds));
    }

    /** Whoever is to do it; its creator where nobody is assigned. */
    List<UUID> responsible() {
        return assigneeIds.isEmpty() ? List.of(createdBy) : assigneeIds;
    }

    /** Those who are to do it, and who wanted it done. */
    List<UUID> responsibleAndCreator() {
        Set<UUID> people = new LinkedHashSet<>(assigneeIds);
        people.add(createdBy);
        return List.copyOf(people);
    }

    private static List<UUID> distinct(Collection<UUID> values) {
        return List.copyOf(new LinkedHashSet<>(values));
    }
}
