package com.ceoplatform.notification.delivery;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.notification.notification.DeliveryChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is to be sent, in the database: whoever takes a dispatch has it alone until its lease ends. */
@Repository
class DispatchQueue {

    private final JdbcClient jdbc;
    private final Clock clock;

    DispatchQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Takes what is due in a lane, the longest due first. */
    @Transactional
    public List<Dispatch> take(Lane lane, int atMost, Duration lease) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        UPDATE dispatch SET attempts = attempts + 1, due_at = :until WHERE id IN (
                            SELECT id FROM dispatch WHERE lane = :lane AND state = 'PENDING' AND due_at <= :now
                            ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING id, recipient_id, channel, target_id, lane, attempts
                        """)
                .param("until", utc(now.plus(lease)))
                .param("lane", lane.name())
                .param("now", utc(now))
                .param("most", atMost)
                .query(DispatchQueue::dispatch)
                .list();
    }

    List<UUID> notificationsOf(UUID dispatchId) {
        return jdbc.sql("SELECT notification_id FROM delivery WHERE dispatch_id = :id")
                .param("id", dispatchId)
                .query(UUID.class)
                .list();
    }

    /** Ends a dispatch, unless its lease ran out and another attempt is under way. */
    boolean finish(Dispatch dispatch, DispatchState state, @Nullable String detail) {
        return jdbc.sql("UPDATE dispatch SET state = :state, detail = :detail, finished_at = :now"
                                + " WHERE id = :id AND state = 'PENDING' AND attempts = :attempts")
                        .param("state", state.name())
                        .param("detail", detail, Types.VARCHAR)
                        .param("now", utc(clock.instant()))
                        .param("id", dispatch.id())
                        .param("attempts", dispatch.attempts())
                        .update()
                == 1;
    }

    void retry(Dispatch dispatch, Duration after, String detail) {
        jdbc.sql("UPDATE dispatch SET due_at = :due, detail = :detail"
                        + " WHERE id = :id AND state = 'PENDING' AND attempts = :attempts")
                .param("due", utc(clock.instant().plus(after)))
                .param("detail", detail)
                .param("id", dispatch.id())
                .param("attempts", dispatch.attempts())
                .update();
    }

    Optional<UUID> recipientOf(UUID dispatchId) {
        return jdbc.sql("SELECT recipient_id FROM dispatch WHERE id = :id")
                .param("id", dispatchId)
                .query(UUID.class)
                .optional();
    }

    /** What was sent is known to have come back. */
    void bounced(UUID dispatchId, String detail) {
        jdbc.sql("UPDATE dispatch SET state = 'BOUNCED', detail = :detail"
                        + " WHERE id = :id AND state IN ('SENT', 'PENDING')")
                .param("detail", detail)
                .param("id", dispatchId)
                .update();
    }

    int count(DispatchState state, Lane lane) {
        return jdbc.sql("SELECT count(*) FROM dispatch WHERE state = :state AND lane = :lane")
                .param("state", state.name())
                .param("lane", lane.name())
                .query(Integer.class)
                .single();
    }

    /** Forgets what is done, and the deliveries that were in it; dead letters stay until somebody looks at them. */
    int forget(Instant before) {
        return jdbc.sql("DELETE FROM dispatch WHERE finished_at < :before AND state <> 'DEAD'")
                .param("before", utc(before))
                .update();
    }

    private static Dispatch dispatch(ResultSet row, int number) throws SQLException {
        return new Dispatch(
                row.getObject("id", UUID.class),
                row.getObject("recipient_id", UUID.class),
                DeliveryChannel.valueOf(row.getString("channel")),
                row.getObject("target_id", UUID.class),
                Lane.valueOf(row.getString("lane")),
                row.getInt("attempts"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
