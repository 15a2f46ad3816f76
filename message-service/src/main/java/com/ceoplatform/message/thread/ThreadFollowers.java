package com.ceoplatform.message.thread;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is told of the replies in a thread: who began it, who replied, and who asked for it. Who said that they want to hear
 * nothing of it is left alone until they say otherwise, also when they reply.
 */
@Component
public class ThreadFollowers {

    private static final String REPLIED = """
            WITH joined AS (
                INSERT INTO thread_follower (root_id, user_id, following, since)
                SELECT :root, taking_part.user_id, true, :now FROM (
                    SELECT m.sender_id AS user_id FROM message m WHERE m.id = :root AND m.type = 'TEXT'
                    UNION SELECT CAST(:sender AS uuid)
                ) taking_part
                ON CONFLICT DO NOTHING
                RETURNING user_id
            )
            SELECT user_id FROM joined WHERE user_id <> :sender
            UNION
            SELECT user_id FROM thread_follower WHERE root_id = :root AND following AND user_id <> :sender
            ORDER BY user_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ThreadFollowers(JdbcClient jdbc, Clock clock) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Somebody replies: they follow the thread from now on. Answers the others who do. */
    public List<UUID> replied(UUID rootId, UUID senderId) {
        return jdbc.sql(REPLIED)
                .param("root", rootId)
                .param("sender", senderId)
                .param("now", now())
                .query(UUID.class)
                .list();
    }

    void set(UUID rootId, UUID userId, boolean following) {
        jdbc.sql("INSERT INTO thread_follower (root_id, user_id, following, since)"
                        + " VALUES (:root, :user, :following, :now)"
                        + " ON CONFLICT (root_id, user_id) DO UPDATE SET following = excluded.following,"
                        + " since = excluded.since WHERE thread_follower.following <> excluded.following")
                .param("root", rootId)
                .param("user", userId)
                .param("following", following)
                .param("now", now())
                .update();
    }

    boolean isFollowing(UUID rootId, UUID userId) {
        return jdbc.sql("SELECT following FROM thread_follower WHERE root_id = :root AND user_id = :user")
                .param("root", rootId)
                .param("user", userId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
