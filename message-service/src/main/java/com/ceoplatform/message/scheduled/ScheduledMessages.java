package com.ceoplatform.message.scheduled;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All scheduled messages, sent and cancelled ones included. */
interface ScheduledMessages extends Repository<ScheduledMessage, UUID> {

    ScheduledMessage saveAndFlush(ScheduledMessage scheduled);

    Optional<ScheduledMessage> findById(UUID id);

    /** Locked until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from ScheduledMessage s where s.id = :id")
    Optional<ScheduledMessage> findForChange(UUID id);

    /** The next first. */
    @Query("select s from ScheduledMessage s where s.senderId = :senderId"
            + " and s.status = com.ceoplatform.message.scheduled.ScheduleStatus.SCHEDULED"
            + " and (s.sendAt > :after or s.sendAt = :after and s.id > :afterId) order by s.sendAt, s.id")
    List<ScheduledMessage> waiting(UUID senderId, Instant after, UUID afterId, Limit limit);

    /** Those that are done with too. */
    @Query("select s from ScheduledMessage s where s.senderId = :senderId"
            + " and (s.sendAt > :after or s.sendAt = :after and s.id > :afterId) order by s.sendAt, s.id")
    List<ScheduledMessage> all(UUID senderId, Instant after, UUID afterId, Limit limit);
}
