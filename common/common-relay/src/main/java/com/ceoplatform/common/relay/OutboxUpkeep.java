package com.ceoplatform.common.relay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the outbox in shape while leading: heartbeats, one partition per UTC day ahead of time, old ones dropped. */
class OutboxUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxUpkeep.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int DAYS_AHEAD = 2;

    private final Duration kept;
    private final Clock clock;

    OutboxUpkeep(Duration kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /** Writes a row that is read but not sent: without traffic the slot would hold back the write-ahead log. */
    void heartbeat(Connection connection) throws SQLException {
        execute(
                connection,
                "INSERT INTO outbox.event (id, topic, key, type, source, subject, payload)"
                        + " VALUES (gen_random_uuid(), '', '', 'relay.heartbeat', '/relay', '', '')");
    }

    void rotatePartitions(Connection connection) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (int day = 0; day <= DAYS_AHEAD; day++) {
            create(connection, today.plusDays(day));
        }
        LocalDate oldest = today.minusDays(kept.toDays());
        try {
            for (String partition : partitionsBefore(connection, oldest)) {
                execute(connection, "SET lock_timeout = '1s'");
                execute(connection, "DROP TABLE outbox." + partition);
                LOG.info("Dropped the outbox partition {}", partition);
            }
            execute(
                    connection,
                    "DELETE FROM outbox.event_default WHERE created_at < '" + oldest + "T00:00:00Z'::timestamptz");
        } catch (SQLException busy) {
            LOG.info("Old outbox partitions stay for now: {}", busy.getMessage());
        }
    }

    private static void create(Connection connection, LocalDate day) {
        String name = "event_" + DAY.format(day);
        try {
            execute(
                    connection,
                    "CREATE TABLE IF NOT EXISTS outbox." + name + " PARTITION OF outbox.event FOR VALUES FROM ('" + day
                            + "T00:00:00Z') TO ('" + day.plusDays(1) + "T00:00:00Z')");
        } catch (SQLException taken) {
            // The default partition already has rows of that day, or somebody else makes it: rows have a place anyway.
            LOG.debug("No partition {}: {}", name, taken.getMessage());
        }
    }

    private static List<String> partitionsBefore(Connection connection, LocalDate day) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT c.relname FROM pg_inherits i"
                        + " JOIN pg_class c ON c.oid = i.inhrelid"
                        + " WHERE i.inhparent = 'outbox.event'::regclass AND c.relname ~ '^event_[0-9]{8}$'"
                        + " AND c.relname < 'event_" + DAY.format(day) + "' ORDER BY 1")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
