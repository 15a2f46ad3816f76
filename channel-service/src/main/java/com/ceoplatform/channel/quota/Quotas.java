package com.ceoplatform.channel.quota;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/**
 * Counts bytes, within the transaction of what needs or frees them. The check is part of the update, so that many uploads
 * at once cannot pass it together.
 */
@Service
@EnableConfigurationProperties(QuotaSettings.class)
public class Quotas {

    private static final UUID ORGANISATION = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final QuotaSettings settings;

    Quotas(JdbcClient jdbc, QuotaSettings settings) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
        this.settings = requireNonNull(settings, "settings is null");
    }

    /** Takes room for an upload: 409 {@code quota_exceeded} when there is none left. */
    public void reserve(UUID userId, long bytes) {
        jdbc.sql("INSERT INTO storage_usage (owner_id, bytes) VALUES (:owner, 0) ON CONFLICT DO NOTHING")
                .param("owner", userId)
                .update();
        take(userId, bytes, settings.perUser(), "You have no room left for this file; delete others first.");
        take(
                ORGANISATION,
                bytes,
                settings.organisation(),
                "The organisation has no room left for this file; others must be deleted first.");
    }

    private void take(UUID owner, long bytes, DataSize quota, String refusal) {
        int taken = jdbc.sql("UPDATE storage_usage SET bytes = bytes + :bytes"
                        + " WHERE owner_id = :owner AND bytes + :bytes <= :quota")
                .param("bytes", bytes)
                .param("owner", owner)
                .param("quota", quota.toBytes())
                .update();
        if (taken == 0) {
            throw DomainException.conflict("quota_exceeded", refusal);
        }
    }

    /** Gives room back. */
    public void release(UUID userId, long bytes) {
        for (UUID owner : new UUID[] {userId, ORGANISATION}) {
            jdbc.sql("UPDATE storage_usage SET bytes = bytes - :bytes WHERE owner_id = :owner")
                    .param("bytes", bytes)
                    .param("owner", owner)
                    .update();
        }
    }

    public StorageUsage usage(UUID userId) {
        return new StorageUsage(
                bytes(userId),
                settings.perUser().toBytes(),
                bytes(ORGANISATION),
                settings.organisation().toBytes());
    }

    private long bytes(UUID owner) {
        return jdbc.sql("SELECT bytes FROM storage_usage WHERE owner_id = :owner")
                .param("owner", owner)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
