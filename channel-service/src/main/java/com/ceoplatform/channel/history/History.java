package com.ceoplatform.channel.history;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The history of all channels; written within the transaction of what happened, never changed. */
@Component
public class History {

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    History(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
        this.mapper = requireNonNull(mapper, "mapper is null");
    }

    public void add(HistoryEntry entry) {
        jdbc.sql(
                        "INSERT INTO channel_history (id, channel_id, kind, actor_id, command_id, user_id, reason, changed, at)"
                                + " VALUES (:id, :channelId, :kind, :actorId, :commandId, :userId, :reason, :changed::jsonb, :at)")
                .param("id", entry.id())
                .param("channelId", entry.channelId())
                .param("kind", entry.kind().name())
                .param("actorId", entry.actorId(), Types.OTHER)
                .param("commandId", entry.commandId(), Types.OTHER)
                .param("userId", entry.userId(), Types.OTHER)
                .param("reason", entry.reason(), Types.VARCHAR)
                .param("changed", json(entry.changed()), Types.VARCHAR)
                .param("at", OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                .update();
    }

    /** What happened to a channel before an entry, the newest first. */
    public List<HistoryEntry> page(UUID channelId, UUID before, int limit) {
        return jdbc.sql("SELECT * FROM channel_history WHERE channel_id = :channelId AND id < :before"
                        + " ORDER BY id DESC LIMIT :limit")
                .param("channelId", channelId)
                .param("before", before)
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    private HistoryEntry entry(ResultSet row, int number) throws SQLException {
        String changed = row.getString("changed");
        return new HistoryEntry(
                row.getObject("id", UUID.class),
                row.getObject("channel_id", UUID.class),
                HistoryKind.valueOf(row.getString("kind")),
                row.getObject("actor_id", UUID.class),
                row.getObject("command_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("reason"),
                changed == null ? null : mapper.readTree(changed),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private @Nullable String json(@Nullable Object changed) {
        return changed == null ? null : mapper.writeValueAsString(changed);
    }
}
