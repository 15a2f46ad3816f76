package com.ceoplatform.gateway.audit;

import com.ceoplatform.common.page.Cursor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log is narrowed down to; null does not narrow.
 *
 * @param from the earliest moment, included
 * @param to the latest moment, excluded
 * @param after where the page before ended
 */
record AuditQuery(
        @Nullable UUID userId,
        @Nullable AuditType type,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Cursor after) {

    static Cursor cursorOf(AuditEntry entry) {
        return Cursor.of(entry.at(), entry.id());
    }

    /** Youngest first, one row more than a page has. */
    String sql() {
        StringBuilder sql = new StringBuilder("SELECT * FROM audit_entry WHERE true");
        if (userId != null) {
            sql.append(" AND user_id = :userId");
        }
        if (type != null) {
            sql.append(" AND type = :type");
        }
        if (from != null) {
            sql.append(" AND at >= :from");
        }
        if (to != null) {
            sql.append(" AND at < :to");
        }
        if (after != null) {
            sql.append(" AND (at, id) < (:afterAt, :afterId)");
        }
        return sql.append(" ORDER BY at DESC, id DESC LIMIT :limit").toString();
    }

    Map<String, Object> parameters(int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("limit", limit + 1);
        if (userId != null) {
            parameters.put("userId", userId);
        }
        if (type != null) {
            parameters.put("type", type.wireName());
        }
        if (from != null) {
            parameters.put("from", utc(from));
        }
        if (to != null) {
            parameters.put("to", utc(to));
        }
        if (after != null) {
            parameters.put("afterAt", utc(after.instant(0)));
            parameters.put("afterId", after.uuid(1));
        }
        return parameters;
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
