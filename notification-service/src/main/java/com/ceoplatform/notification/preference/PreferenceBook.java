package com.ceoplatform.notification.preference;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The preferences of those who have any. */
interface PreferenceBook extends Repository<Preferences, UUID> {

    Optional<Preferences> findById(UUID userId);

    Preferences saveAndFlush(Preferences preferences);

    /** Makes the row that {@link #lock} needs, so that two first changes come one after the other. */
    @Modifying
    @Query(
            nativeQuery = true,
            value =
                    "INSERT INTO preferences (user_id, settings, version) VALUES (:userId, '{}', 0) ON CONFLICT DO NOTHING")
    void open(UUID userId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Preferences p where p.userId = :userId")
    Preferences lock(UUID userId);

    @Query("select p from Preferences p where p.userId in :userIds")
    List<Preferences> of(Collection<UUID> userIds);
}
