package com.ceoplatform.task.meeting;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All meetings. */
interface Meetings extends Repository<Meeting, UUID> {

    Meeting saveAndFlush(Meeting meeting);

    Optional<Meeting> findById(UUID id);

    /** Waits for whoever else is writing the meeting. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Meeting m where m.id = :id")
    Optional<Meeting> findLocked(UUID id);

    /** The meetings of a person that end after a moment and start before another one, the soonest first. */
    @NativeQuery("""
            SELECT * FROM meeting m
            WHERE (m.organiser_id = :userId OR m.attendee_ids @> ARRAY[CAST(:userId AS uuid)])
              AND m.cancelled_at IS NULL AND m.end_at > :from AND m.start_at < :until
              AND (m.start_at, m.id) > (:afterStart, :afterId)
            ORDER BY m.start_at, m.id LIMIT :limit
            """)
    List<Meeting> findOf(UUID userId, Instant from, Instant until, Instant afterStart, UUID afterId, int limit);
}
