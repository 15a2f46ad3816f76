package com.ceoplatform.notification.reminder;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The reminders of everybody. */
interface Reminders extends Repository<Reminder, UUID> {

    Reminder saveAndFlush(Reminder reminder);

    Optional<Reminder> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Reminder r where r.id = :id")
    Optional<Reminder> lock(UUID id);

    /** What somebody has scheduled, the next one first, after the place that the cursor names. */
    @Query("select r from Reminder r where r.createdBy = :userId and r.status = ReminderStatus.SCHEDULED"
            + " and (r.at > :at or (r.at = :at and r.id > :id)) order by r.at, r.id")
    List<Reminder> pageOf(UUID userId, Instant at, UUID id, Limit limit);
}
