package com.ceoplatform.notification.notification;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The notifications of everybody. What locks several rows does so in the order of their ids, so that nobody deadlocks. */
interface Notifications extends Repository<Notification, UUID> {

    List<Notification> saveAll(Iterable<Notification> notifications);

    void flush();

    @Query("select n from Notification n where n.id = :id and n.userId = :userId and n.withdrawnAt is null")
    Optional<Notification> findOwn(UUID id, UUID userId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select n from Notification n where n.id = :id and n.userId = :userId and n.withdrawnAt is null")
    Optional<Notification> lockOwn(UUID id, UUID userId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select n from Notification n"
            + " where n.userId = :userId and n.inApp = true and n.read = false and n.withdrawnAt is null order by n.id")
    List<Notification> lockUnread(UUID userId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select n from Notification n"
            + " where n.commandId = :commandId and n.userId in :userIds and n.withdrawnAt is null order by n.id")
    List<Notification> lockOfCommand(UUID commandId, Collection<UUID> userIds);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select n from Notification n where n.commandId = :commandId and n.withdrawnAt is null order by n.id")
    List<Notification> lockOfCommand(UUID commandId);

    @Query(nativeQuery = true, value = """
            SELECT * FROM notification
            WHERE subject_ids @> ARRAY[:subjectId] AND withdrawn_at IS NULL ORDER BY id FOR UPDATE
            """)
    List<Notification> lockAbout(UUID subjectId);

    @Query(nativeQuery = true, value = """
            SELECT * FROM notification
            WHERE subject_ids @> ARRAY[:subjectId] AND user_id IN (:userIds) AND withdrawn_at IS NULL
            ORDER BY id FOR UPDATE
            """)
    List<Notification> lockAbout(UUID subjectId, Collection<UUID> userIds);

    @Query("select n from Notification n where n.id in :ids and n.withdrawnAt is null order by n.createdAt, n.id")
    List<Notification> findStanding(Collection<UUID> ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select n from Notification n where n.id = :id")
    Optional<Notification> lock(UUID id);

    @Query(
            "select count(n) from Notification n where n.userId = :userId and n.inApp = true and n.read = false and n.withdrawnAt is null")
    long countUnread(UUID userId);
}
