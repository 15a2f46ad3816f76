package com.ceoplatform.notification.delivery;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.notification.notification.DeliveryChannel;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which notification leaves, or left, by which channel. */
@Repository
class DeliveryBook {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** A way that is open already: what is added to the notification now will leave with it. */
    record Open(UUID notificationId, DeliveryChannel channel, UUID targetId) {}

    /** Writes them down in two statements, however many they are. */
    void add(List<Planned> planned) {
        if (planned.isEmpty()) {
            return;
        }
        OffsetDateTime now = utc(clock.instant());
        @Nullable UUID[] dispatches = new @Nullable UUID[planned.size()];
        Arrays.setAll(dispatches, index -> planned.get(index).alone() ? Ids.next() : null);
        addDispatches(planned, dispatches, now);
        addDeliveries(planned, dispatches, now);
    }

    private void addDispatches(List<Planned> planned, @Nullable UUID[] dispatches, OffsetDateTime now) {
        jdbc.sql("""
                INSERT INTO dispatch (id, recipient_id, channel, target_id, lane, state, attempts, due_at, created_at)
                SELECT id, recipient, channel, target, lane, 'PENDING', 0, due, :now
                FROM unnest(:ids::uuid[], :recipients::uuid[], :channels::text[], :targets::uuid[], :lanes::text[],
                    :dues::text[]::timestamptz[]) AS one (id, recipient, channel, target, lane, due)
                WHERE id IS NOT NULL
                """)
                .param("ids", dispatches)
                .param("recipients", column(planned, Planned::recipientId, UUID[]::new))
                .param("channels", column(planned, one -> one.channel().name(), String[]::new))
                .param("targets", column(planned, Planned::targetId, UUID[]::new))
                .param("lanes", column(planned, one -> one.lane().name(), String[]::new))
                .param("dues", column(planned, one -> one.dueAt().toString(), String[]::new))
                .param("now", now)
                .update();
    }

    private void addDeliveries(List<Planned> planned, @Nullable UUID[] dispatches, OffsetDateTime now) {
        jdbc.sql("""
                INSERT INTO delivery (id, notification_id, recipient_id, channel, target_id, dispatch_id, due_at, created_at)
                SELECT id, notification, recipient, channel, target, dispatch, due, :now
                FROM unnest(:ids::uuid[], :notifications::uuid[], :recipients::uuid[], :channels::text[],
                    :targets::uuid[], :dispatches::uuid[], :dues::text[]::timestamptz[])
                    AS one (id, notification, recipient, channel, target, dispatch, due)
                """)
                .param("ids", column(planned, one -> Ids.next(), UUID[]::new))
                .param("notifications", column(planned, Planned::notificationId, UUID[]::new))
                .param("recipients", column(planned, Planned::recipientId, UUID[]::new))
                .param("channels", column(planned, one -> one.channel().name(), String[]::new))
                .param("targets", column(planned, Planned::targetId, UUID[]::new))
                .param("dispatches", dispatches)
                .param("dues", column(planned, one -> one.dueAt().toString(), String[]::new))
                .param("now", now)
                .update();
    }

    private static <T> T[] column(List<Planned> rows, Function<Planned, T> of, IntFunction<T[]> array) {
        return rows.stream().map(of).toArray(array);
    }

    /** The ways on which these notifications have not left yet, held open until the transaction ends. */
    Set<Open> holdOpen(Collection<UUID> notificationIds) {
        UUID[] ids = notificationIds.toArray(UUID[]::new);
        Set<Open> open = opened(
                "SELECT notification_id, channel, target_id FROM delivery"
                        + " WHERE notification_id = ANY(:ids) AND dispatch_id IS NULL ORDER BY id FOR UPDATE",
                ids);
        open.addAll(opened(
                "SELECT d.notification_id, d.channel, d.target_id FROM dispatch p"
                        + " JOIN delivery d ON d.dispatch_id = p.id WHERE d.notification_id = ANY(:ids)"
                        + " AND p.state = 'PENDING' AND p.attempts = 0 ORDER BY p.id FOR UPDATE OF p",
                ids));
        return open;
    }

    private Set<Open> opened(String sql, UUID[] ids) {
        return jdbc
                .sql(sql)
                .param("ids", ids)
                .query((row, number) -> new Open(
                        row.getObject("notification_id", UUID.class),
                        DeliveryChannel.valueOf(row.getString("channel")),
                        row.getObject("target_id", UUID.class)))
                .stream()
                .collect(toSet());
    }

    /** The channels by which a notification left or will leave. */
    Set<DeliveryChannel> channelsOf(UUID notificationId) {
        Set<DeliveryChannel> channels = EnumSet.noneOf(DeliveryChannel.class);
        jdbc.sql("SELECT DISTINCT channel FROM delivery WHERE notification_id = :id")
                .param("id", notificationId)
                .query(String.class)
                .list()
                .forEach(name -> channels.add(DeliveryChannel.valueOf(name)));
        return channels;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
