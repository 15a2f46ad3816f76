package com.ceoplatform.common.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** What is known for certain to have reached Kafka, in the table {@code outbox.relayed}; needed when the slot is lost. */
record Relayed(String slot) {

    void register(Connection connection) throws SQLException {
        update(connection, "INSERT INTO outbox.relayed (slot) VALUES (?) ON CONFLICT DO NOTHING");
    }

    /** Everything that was committed before that time has reached Kafka. */
    void advance(Connection connection, Instant until) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE outbox.relayed SET until = ? WHERE slot = ? AND complete")) {
            update.setObject(1, until.atOffset(ZoneOffset.UTC));
            update.setString(2, slot);
            update.executeUpdate();
        }
    }

    void beginRepair(Connection connection) throws SQLException {
        update(connection, "UPDATE outbox.relayed SET complete = false WHERE slot = ?");
    }

    void endRepair(Connection connection) throws SQLException {
        update(connection, "UPDATE outbox.relayed SET complete = true WHERE slot = ?");
    }

    /** False while a repair has begun and not ended, in this process or in one that died over it. */
    boolean isComplete(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT complete FROM outbox.relayed WHERE slot = ?")) {
            query.setString(1, slot);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, slot);
            update.executeUpdate();
        }
    }
}
