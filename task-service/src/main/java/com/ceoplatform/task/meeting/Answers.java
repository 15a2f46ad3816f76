package com.ceoplatform.task.meeting;

import com.ceoplatform.task.ical.CalendarEntry.Participation;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What those who are invited said; of whom nothing is known has not answered yet. */
@Embeddable
record Answers(
        @JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "uuid[]")
        List<UUID> acceptedIds,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "uuid[]")
        List<UUID> tentativeIds,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "uuid[]")
        List<UUID> declinedIds) {

    static final Answers NONE = new Answers(List.of(), List.of(), List.of());

    Answers {
        acceptedIds = List.copyOf(acceptedIds);
        tentativeIds = List.copyOf(tentativeIds);
        declinedIds = List.copyOf(declinedIds);
    }

    Participation of(UUID userId) {
        if (acceptedIds.contains(userId)) {
            return Participation.ACCEPTED;
        }
        if (tentativeIds.contains(userId)) {
            return Participation.TENTATIVE;
        }
        return declinedIds.contains(userId) ? Participation.DECLINED : Participation.NEEDS_ACTION;
    }

    Answers with(UUID userId, Participation answer) {
        return new Answers(
                changed(acceptedIds, userId, answer == Participation.ACCEPTED),
                changed(tentativeIds, userId, answer == Participation.TENTATIVE),
                changed(declinedIds, userId, answer == Participation.DECLINED));
    }

    private static List<UUID> changed(List<UUID> ids, UUID userId, boolean contains) {
        Stream<UUID> others = ids.stream().filter(id -> !id.equals(userId));
        return (contains ? Stream.concat(others, Stream.of(userId)) : others).toList();
    }

    /** Without those who are no longer invited. */
    Answers onlyOf(Collection<UUID> userIds) {
        return new Answers(
                acceptedIds.stream().filter(userIds::contains).toList(),
                tentativeIds.stream().filter(userIds::contains).toList(),
                declinedIds.stream().filter(userIds::contains).toList());
    }
}
