package com.ceoplatform.notification.delivery;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.notification.notification.DeliveryChannel;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Deliveries that wait for their digest. */
@Repository
public class WaitingDeliveries {

    /** More than that are several digests. */
    public static final int DIGEST_SIZE = 200;

    private static final String OF_DIGEST =
            " recipient_id = :recipient AND channel = :channel AND target_id = :target AND dispatch_id IS NULL";

    private final JdbcClient jdbc;
    private final LaneSignals signals;

    WaitingDeliveries(JdbcClient jdbc, LaneSignals signals) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
        this.signals = requireNonNull(signals, "signals is null");
    }

    /** Whatever waits for the same person in the same place leaves together. */
    public record Digest(UUID recipientId, DeliveryChannel channel, UUID targetId) {}

    /** Digests of which something is due. */
    @Transactional(readOnly = true)
    public List<Digest> due(Instant now, int atMost) {
        return jdbc.sql("SELECT recipient_id, channel, target_id FROM delivery"
                        + " WHERE dispatch_id IS NULL AND due_at <= :now"
                        + " GROUP BY recipient_id, channel, target_id LIMIT :most")
                .param("now", utc(now))
                .param("most", atMost)
                .query((row, number) -> new Digest(
                        row.getObject("recipient_id", UUID.class),
                        DeliveryChannel.valueOf(row.getString("channel")),
                        row.getObject("target_id", UUID.class)))
                .list();
    }

    /**
     * Closes a digest with what waits for it and hands it on. A row that two close at the same moment goes to one of them.
     *
     * @return how many items are in it; {@link #DIGEST_SIZE} means that there may be more
     */
    @Transactional
    public int close(Digest digest, Instant now) {
        UUID dispatchId = Ids.next();
        jdbc.sql("INSERT INTO dispatch"
                        + " (id, recipient_id, channel, target_id, lane, state, attempts, due_at, created_at)"
                        + " VALUES (:id, :recipient, :channel, :target, 'BULK', 'PENDING', 0, :now, :now)")
                .param("id", dispatchId)
                .param("recipient", digest.recipientId())
                .param("channel", digest.channel().name())
                .param("target", digest.targetId())
                .param("now", utc(now))
                .update();
        int items = jdbc.sql("UPDATE delivery SET dispatch_id = :id WHERE dispatch_id IS NULL AND id IN ("
                        + "SELECT id FROM delivery WHERE" + OF_DIGEST
                        + " ORDER BY created_at, id LIMIT :most FOR UPDATE SKIP LOCKED)")
                .param("id", dispatchId)
                .param("recipient", digest.recipientId())
                .param("channel", digest.channel().name())
                .param("target", digest.targetId())
                .param("most", DIGEST_SIZE)
                .update();
        if (items == 0) {
            jdbc.sql("DELETE FROM dispatch WHERE id = :id")
                    .param("id", dispatchId)
                    .update();
        } else {
            signals.wakeAfterCommit(EnumSet.of(Lane.BULK));
        }
        return items;
    }

    /** Lets a digest wait longer. */
    @Transactional
    public void postpone(Digest digest, Instant until) {
        jdbc.sql("UPDATE delivery SET due_at = :until WHERE" + OF_DIGEST)
                .param("until", utc(until))
                .param("recipient", digest.recipientId())
                .param("channel", digest.channel().name())
                .param("target", digest.targetId())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
