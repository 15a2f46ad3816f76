package com.ceoplatform.notification.delivery;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.notification.notification.DeliveryChannel;
import com.ceoplatform.notification.notification.NotificationArchive;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where deliveries stand, for those whom they are for and for operators. */
@Service
class DeliveryStates {

    static final String OF_NOTIFICATION = """
            SELECT d.channel, d.target_id, coalesce(p.state, 'WAITING') AS state, coalesce(p.attempts, 0) AS attempts,
                coalesce(p.due_at, d.due_at) AS due_at, p.finished_at, p.detail,
                (SELECT count(*) FROM delivery other WHERE other.dispatch_id = p.id) AS items
            FROM delivery d LEFT JOIN dispatch p ON p.id = d.dispatch_id
            WHERE d.notification_id = :notification ORDER BY d.created_at, d.id
            """;

    private final JdbcClient jdbc;
    private final NotificationArchive archive;
    private final LaneSignals signals;
    private final Clock clock;

    DeliveryStates(JdbcClient jdbc, NotificationArchive archive, LaneSignals signals, Clock clock) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
        this.archive = requireNonNull(archive, "archive is null");
        this.signals = requireNonNull(signals, "signals is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Of one's own notification; in two queries. */
    @Transactional(readOnly = true)
    public List<DeliveryResponse> of(UUID userId, UUID notificationId) {
        archive.own(userId, notificationId);
        return jdbc.sql(OF_NOTIFICATION)
                .param("notification", notificationId)
                .query(DeliveryStates::delivery)
                .list();
    }

    /** Dispatches of which every attempt failed, the newest first. */
    @Transactional(readOnly = true)
    public CursorPage<DeadDispatch> dead(int limit, @Nullable Cursor after) {
        Map<String, Object> parameters = new HashMap<>();
        List<DeadDispatch> rows = jdbc.sql(deadSql(limit, after, parameters))
                .params(parameters)
                .query(DeliveryStates::dead)
                .list();
        return CursorPage.of(rows, limit, last -> Cursor.of(last.createdAt(), last.id()));
    }

    /** The query itself, apart so that a test can look at its plan. */
    static String deadSql(int limit, @Nullable Cursor after, Map<String, Object> parameters) {
        String place = "";
        if (after != null) {
            place = " AND (created_at, id) < (:afterTime, :afterId)";
            parameters.put("afterTime", after.instant(0).atOffset(ZoneOffset.UTC));
            parameters.put("afterId", after.uuid(1));
        }
        parameters.put("limit", limit + 1);
        return "SELECT * FROM dispatch WHERE state = 'DEAD'" + place
                + " ORDER BY created_at DESC, id DESC LIMIT :limit";
    }

    /**
     * Begins anew with a dead one.
     *
     * @throws DomainException 404, when there is no such dead one
     */
    @Transactional
    public void redrive(UUID id) {
        int redriven = jdbc.sql("UPDATE dispatch SET state = 'PENDING', attempts = 0, due_at = :now, finished_at = NULL"
                        + " WHERE id = :id AND state = 'DEAD'")
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (redriven == 0) {
            throw DomainException.notFound("dead_delivery");
        }
        signals.wakeAfterCommit(EnumSet.allOf(Lane.class));
    }

    private static DeliveryResponse delivery(ResultSet row, int number) throws SQLException {
        DeliveryResponse.State state = DeliveryResponse.State.valueOf(row.getString("state"));
        boolean open = state == DeliveryResponse.State.WAITING || state == DeliveryResponse.State.PENDING;
        return new DeliveryResponse(
                DeliveryChannel.valueOf(row.getString("channel")),
                row.getObject("target_id", UUID.class),
                state,
                row.getInt("items"),
                row.getInt("attempts"),
                open ? instant(row, "due_at") : null,
                instant(row, "finished_at"),
                row.getString("detail"));
    }

    private static DeadDispatch dead(ResultSet row, int number) throws SQLException {
        return new DeadDispatch(
                row.getObject("id", UUID.class),
                row.getObject("recipient_id", UUID.class),
                DeliveryChannel.valueOf(row.getString("channel")),
                row.getObject("target_id", UUID.class),
                Lane.valueOf(row.getString("lane")),
                row.getInt("attempts"),
                row.getString("detail"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
