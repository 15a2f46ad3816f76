package com.ceoplatform.common.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One term of leading, held as an advisory lock of a connection of its own. A leader that freezes stops keeping its
 * connection busy, loses it after {@value #IDLE_SESSION_SECONDS} s, and must not publish when it wakes up.
 */
final class Leadership implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

    /** Any number, the same in every process: the lock's name within the database. */
    private static final long LOCK = 0x6f7574626f78L;

    private static final int IDLE_SESSION_SECONDS = 3;
    private static final long TRUSTED_NANOS = 2_000_000_000L;

    private final Connection connection;
    private final LongSupplier nanoTime;
    private volatile long lastConfirmed;

    private Leadership(Connection connection, LongSupplier nanoTime) {
        this.connection = connection;
        this.nanoTime = nanoTime;
        this.lastConfirmed = nanoTime.getAsLong();
    }

    /** Tries to take the lead on the connection; closes nothing when somebody else has it. */
    static boolean isFree(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Begins a term on a connection that holds the lock: whoever still reads the slot is cut off. */
    static Leadership begin(Connection connection, String slot, LongSupplier nanoTime) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET idle_session_timeout = '" + IDLE_SESSION_SECONDS + "s'");
        }
        fence(connection, slot);
        return new Leadership(connection, nanoTime);
    }

    private static void fence(Connection connection, String slot) throws SQLException {
        String sql = "SELECT pg_terminate_backend(active_pid, 2000) FROM pg_replication_slots"
                + " WHERE slot_name = ? AND active_pid IS NOT NULL";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, slot);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    LOG.warn("Cut off the former leader of the outbox relay: {}", rows.getBoolean(1));
                }
            }
        }
    }

    /** Confirms the lead and keeps its connection alive. */
    void confirm() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
        lastConfirmed = nanoTime.getAsLong();
    }

    /** Whether the lead was confirmed so lately that nobody else can have taken it. */
    boolean isTrusted() {
        return nanoTime.getAsLong() - lastConfirmed < TRUSTED_NANOS;
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
