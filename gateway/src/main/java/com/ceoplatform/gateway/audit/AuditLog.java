package com.ceoplatform.gateway.audit;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.gateway.request.Origin;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit log. It is appended to within the transaction of what it tells, when there is one, and says itself who did it
 * and from where. The database refuses every other change of it.
 */
@Component
public class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    private final JdbcClient jdbc;
    private final JsonMapper mapper;
    private final MeterRegistry meters;
    private final AuditSettings settings;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, JsonMapper mapper, MeterRegistry meters, AuditSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Adds a line.
     *
     * @param userId whom it is about, null when nobody is known
     * @param details never a password or a token
     */
    public void append(AuditType type, @Nullable UUID userId, Map<String, ?> details) {
        Optional<Origin> origin = Origin.current();
        jdbc.sql("""
                        INSERT INTO audit_entry (id, type, user_id, actor_id, address, user_agent, request_id, details, at)
                        VALUES (:id, :type, :user, :actor, :address, :agent, :request, :details::jsonb, :at)
                        """)
                .param("id", Ids.next())
                .param("type", type.wireName())
                .param("user", userId)
                .param("actor", origin.map(from -> from.context().actorId()).orElse(null))
                .param("address", origin.map(Origin::address).orElse(null))
                .param("agent", origin.map(Origin::userAgent).orElse(null))
                .param("request", origin.map(Origin::requestId).orElse(null))
                .param("details", mapper.writeValueAsString(details))
                .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
        meters.counter("gateway.audit", "type", type.wireName()).increment();
    }

    /** A page of the log, youngest first. */
    CursorPage<AuditEntry> page(AuditQuery query, int limit) {
        return CursorPage.of(
                jdbc.sql(query.sql())
                        .params(query.parameters(limit))
                        .query((row, number) -> entry(row))
                        .list(),
                limit,
                AuditQuery::cursorOf);
    }

    /** The database lets go of old lines only. */
    @Scheduled(initialDelayString = "PT40M", fixedDelayString = "PT24H")
    void forgetOld() {
        int forgotten = jdbc.sql("DELETE FROM audit_entry WHERE at < :oldest")
                .param("oldest", clock.instant().minus(settings.kept()).atOffset(ZoneOffset.UTC))
                .update();
        if (forgotten > 0) {
            LOG.info("{} lines of the audit log were older than {} and are gone", forgotten, settings.kept());
        }
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                AuditType.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                row.getObject("user_id", UUID.class),
                row.getObject("actor_id", UUID.class),
                row.getString("address"),
                row.getString("user_agent"),
                row.getString("request_id"),
                mapper.readTree(row.getString("details")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
