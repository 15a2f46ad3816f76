package com.ceoplatform.message.reaction;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.message.message.Message;
import com.ceoplatform.message.reaction.AcknowledgementsResponse.Reader;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists who has acknowledged a message: the active members, and who did so before they left. Two queries. */
@Service
class Acknowledgements {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String READERS = """
            WITH readers AS (
                SELECT d.user_id FROM directory_member d
                LEFT JOIN directory_person p ON p.id = d.user_id
                WHERE d.channel_id = :channel AND d.user_id <> :sender AND p.active IS NOT FALSE
                UNION
                SELECT a.user_id FROM message_acknowledgement a WHERE a.message_id = :message
            ), answers AS (
                SELECT r.user_id, a.created_at FROM readers r
                LEFT JOIN message_acknowledgement a ON a.message_id = :message AND a.user_id = r.user_id
            )
            """;

    private final JdbcClient jdbc;

    Acknowledgements(JdbcClient jdbc) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
    }

    private record Totals(long acknowledged, long outstanding) {}

    /** @param acknowledged only those who have, or only those who have not; null for all */
    @Transactional(readOnly = true)
    public AcknowledgementsResponse of(
            Message message, @Nullable Boolean acknowledged, @Nullable Cursor after, int limit) {
        Totals totals = about(
                        message,
                        "SELECT count(created_at) AS acknowledged, count(*) - count(created_at) AS outstanding FROM answers")
                .query(Totals.class)
                .single();
        List<Reader> rows = about(
                        message,
                        "SELECT user_id, created_at FROM answers WHERE user_id > :after"
                                + " AND (CAST(:acknowledged AS boolean) IS NULL"
                                + " OR (created_at IS NOT NULL) = CAST(:acknowledged AS boolean))"
                                + " ORDER BY user_id LIMIT :limit")
                .param("after", after == null ? BEFORE_ALL : after.uuid(0))
                .param("acknowledged", acknowledged, Types.BOOLEAN)
                .param("limit", limit + 1)
                .query((row, number) -> {
                    Timestamp at = row.getTimestamp("created_at");
                    return new Reader(row.getObject("user_id", UUID.class), at == null ? null : at.toInstant());
                })
                .list();
        CursorPage<Reader> page = CursorPage.of(rows, limit, reader -> Cursor.of(reader.userId()));
        return new AcknowledgementsResponse(
                message.id(), totals.acknowledged(), totals.outstanding(), page.items(), page.nextCursor());
    }

    private JdbcClient.StatementSpec about(Message message, String select) {
        return jdbc.sql(READERS + select)
                .param("channel", message.channelId())
                .param("sender", message.senderId())
                .param("message", message.id());
    }
}
