package com.ceoplatform.common.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The relay's place in the write-ahead log, as the database keeps it. */
record ReplicationSlot(String name) {

    /**
     * PostgreSQL gives a slot up that would hold back more than {@code max_slot_wal_keep_size}, and a database restored
     * from a backup has none.
     */
    boolean isUsable(Connection connection) throws SQLException {
        return asked(connection, "SELECT wal_status <> 'lost' FROM pg_replication_slots WHERE slot_name = ?");
    }

    /** Begins anew at the present; what was written before is not read any more. */
    void renew(Connection connection) throws SQLException {
        asked(
                connection,
                "SELECT pg_drop_replication_slot(slot_name) IS NULL FROM pg_replication_slots"
                        + " WHERE slot_name = ?");
        asked(connection, "SELECT pg_create_logical_replication_slot(?, 'pgoutput') IS NOT NULL");
    }

    /** Bytes of write-ahead log between what was written and what was confirmed; 0 for a slot that is lost. */
    long lag(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn), 0)::bigint"
                        + " FROM pg_replication_slots WHERE slot_name = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private boolean asked(Connection connection, String question) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question)) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
