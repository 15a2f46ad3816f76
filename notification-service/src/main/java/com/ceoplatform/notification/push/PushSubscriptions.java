package com.ceoplatform.notification.push;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The subscriptions of everybody. */
@Repository
class PushSubscriptions {

    private final JdbcClient jdbc;

    PushSubscriptions(JdbcClient jdbc) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
    }

    /** A browser that is known already belongs to whoever uses it now. */
    PushSubscription save(PushSubscription wanted) {
        return jdbc.sql("INSERT INTO push_subscription (id, user_id, endpoint, p256dh, auth, created_at)"
                        + " VALUES (:id, :user, :endpoint, :p256dh, :auth, :now)"
                        + " ON CONFLICT (endpoint) DO UPDATE SET user_id = excluded.user_id, p256dh = excluded.p256dh,"
                        + " auth = excluded.auth RETURNING *")
                .param("id", wanted.id())
                .param("user", wanted.userId())
                .param("endpoint", wanted.endpoint())
                .param("p256dh", wanted.p256dh())
                .param("auth", wanted.auth())
                .param("now", wanted.createdAt().atOffset(ZoneOffset.UTC))
                .query(PushSubscriptions::subscription)
                .single();
    }

    /** Forgets the oldest ones beyond the number. */
    void keepNewest(UUID userId, int number) {
        jdbc.sql("DELETE FROM push_subscription WHERE id IN (SELECT id FROM push_subscription"
                        + " WHERE user_id = :user ORDER BY created_at DESC, id DESC OFFSET :number)")
                .param("user", userId)
                .param("number", number)
                .update();
    }

    List<PushSubscription> of(UUID userId) {
        return jdbc.sql("SELECT * FROM push_subscription WHERE user_id = :user ORDER BY created_at, id")
                .param("user", userId)
                .query(PushSubscriptions::subscription)
                .list();
    }

    Map<UUID, Set<UUID>> idsOf(Collection<UUID> userIds) {
        Map<UUID, Set<UUID>> ids = new HashMap<>();
        jdbc.sql("SELECT user_id, id FROM push_subscription WHERE user_id = ANY(:users)")
                .param("users", userIds.toArray(UUID[]::new))
                .query(row -> {
                    ids.computeIfAbsent(row.getObject("user_id", UUID.class), user -> new HashSet<>())
                            .add(row.getObject("id", UUID.class));
                });
        return ids;
    }

    Optional<PushSubscription> find(UUID id) {
        return jdbc.sql("SELECT * FROM push_subscription WHERE id = :id")
                .param("id", id)
                .query(PushSubscriptions::subscription)
                .optional();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM push_subscription WHERE id = :id").param("id", id).update();
    }

    boolean deleteOwn(UUID userId, UUID id) {
        return jdbc.sql("DELETE FROM push_subscription WHERE id = :id AND user_id = :user")
                        .param("id", id)
                        .param("user", userId)
                        .update()
                == 1;
    }

    boolean deleteOwn(UUID userId, String endpoint) {
        return jdbc.sql("DELETE FROM push_subscription WHERE endpoint = :endpoint AND user_id = :user")
                        .param("endpoint", endpoint)
                        .param("user", userId)
                        .update()
                == 1;
    }

    private static PushSubscription subscription(ResultSet row, int number) throws SQLException {
        return new PushSubscription(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("endpoint"),
                row.getString("p256dh"),
                row.getString("auth"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
