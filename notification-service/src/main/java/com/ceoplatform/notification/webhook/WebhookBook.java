package com.ceoplatform.notification.webhook;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The webhooks of everybody. */
interface WebhookBook extends Repository<Webhook, UUID> {

    Webhook saveAndFlush(Webhook webhook);

    void delete(Webhook webhook);

    Optional<Webhook> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select w from Webhook w where w.id = :id")
    Optional<Webhook> lock(UUID id);

    @Query("select w from Webhook w where w.createdAt < :before or (w.createdAt = :before and w.id < :id)"
            + " order by w.createdAt desc, w.id desc")
    List<Webhook> page(Instant before, UUID id, Limit limit);

    @Query("select w from Webhook w where w.enabled = true and w.userId is null")
    List<Webhook> ofOrganisation();

    @Query("select w from Webhook w where w.enabled = true"
            + " and (w.userId in :recipients or (w.userId is null and w.id in :recipients))")
    List<Webhook> of(Collection<UUID> recipients);
}
