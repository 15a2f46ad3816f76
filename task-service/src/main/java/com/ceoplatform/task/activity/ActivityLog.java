package com.ceoplatform.task.activity;

import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Who changed what from what to what, by hand or by voice. Append-only. */
@Repository
public class ActivityLog {

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    ActivityLog(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    /** Writes an entry within the transaction of the change itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(UUID taskId, String type, Object changed, Instant at) {
        EventContext context = EventContext.current();
        jdbc.sql("""
                        INSERT INTO task_activity (id, task_id, type, actor_id, command_id, changed, at)
                        VALUES (:id, :task, :type, :actor, :command, :changed, :at)
                        """)
                .param("id", Ids.next())
                .param("task", taskId)
                .param("type", type)
                .param("actor", context.actorId(), Types.OTHER)
                .param("command", context.correlationId(), Types.OTHER)
                .param("changed", mapper.writeValueAsString(changed))
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** The history of a task, newest first. */
    @Transactional(readOnly = true)
    public CursorPage<ActivityResponse> of(UUID taskId, int limit, @Nullable String cursor) {
        UUID before = cursor == null ? null : Cursor.decode(cursor, 1).uuid(0);
        List<ActivityResponse> rows = jdbc.sql("""
                        SELECT id, task_id, type, actor_id, command_id, changed, at FROM task_activity
                        WHERE task_id = :task AND (CAST(:before AS uuid) IS NULL OR id < :before)
                        ORDER BY id DESC LIMIT :limit
                        """)
                .param("task", taskId)
                .param("before", before, Types.OTHER)
                .param("limit", limit + 1)
                .query(this::entry)
                .list();
        return CursorPage.of(rows, limit, entry -> Cursor.of(entry.id()));
    }

    private ActivityResponse entry(ResultSet row, int number) throws SQLException {
        return new ActivityResponse(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getString("type"),
                row.getObject("actor_id", UUID.class),
                row.getObject("command_id", UUID.class),
                mapper.readTree(row.getString("changed")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
