package com.ceoplatform.deploy.fill;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes rows straight into the schemas of the services, past their REST interfaces and without events: a million tasks
 * would take hours otherwise. Copies of people and channels are written with them.
 */
final class Fill {

    private static final long BATCH = 25_000;

    /**
     * The relay reads past everything that is written. A slot that holds back more than 1 GB is lost, and it holds back from
     * its restart position, which lies well before the confirmed one.
     */
    private static final long TOLERABLE_SLOT_LAG = 768L * 1024 * 1024;

    private static final long LAG_PAUSE_MILLIS = 500;

    private final Connection database;
    private final FillSize size;
    private final PrintWriter console;

    Fill(Connection database, FillSize size, PrintWriter console) {
        this.database = database;
        this.size = size;
        this.console = console;
    }

    /** Interrupted between two batches it leaves complete rows behind, and the next run starts with new people. */
    void run() throws SQLException, InterruptedException {
        database.setAutoCommit(false);
        step("people", () -> {
            execute(FillScript.named("clear"));
            execute(FillScript.named("begin"));
            execute(FillScript.named("people").with(size));
            copy("directory_person", "people-copy");
        });
        step("channels", () -> {
            execute(FillScript.named("channels").with(size));
            copy("directory_channel", "channels-copy");
        });
        batches("tasks", size.tasks());
        step("copies of open tasks", () -> execute(FillScript.named("tasks-copy")));
        batches("messages", size.messages());
        step("numbers of the last messages", () -> execute(FillScript.named("end")));
        execute(FillScript.named("clear"));
        database.commit();
        database.setAutoCommit(true);
        say("statistics");
        execute(new FillScript("VACUUM (ANALYZE)"));
    }

    private void step(String what, Step step) throws SQLException {
        say(what);
        step.run();
        database.commit();
    }

    private void batches(String what, long total) throws SQLException, InterruptedException {
        FillScript script = FillScript.named(what).with(size);
        for (long from = 1; from <= total; from += BATCH) {
            long to = Math.min(total, from + BATCH - 1);
            execute(script.with(Map.of("from", from, "to", to)));
            database.commit();
            awaitRelay();
            if (to == total || to % (BATCH * 10) == 0) {
                say(String.format(Locale.ROOT, "%s: %,d of %,d", what, to, total));
            }
        }
    }

    private void copy(String table, String script) throws SQLException {
        for (String schema : schemasWith(table)) {
            execute(FillScript.named(script).with(Map.of("schema", schema)));
        }
    }

    private List<String> schemasWith(String table) throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT table_schema FROM information_schema.tables WHERE table_name = '" + table + "'")) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        return schemas;
    }

    private void execute(FillScript script) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(script.sql());
        }
    }

    private void awaitRelay() throws SQLException, InterruptedException {
        while (slotLag() > TOLERABLE_SLOT_LAG) {
            Thread.sleep(LAG_PAUSE_MILLIS);
        }
    }

    private long slotLag() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT coalesce(max(pg_wal_lsn_diff(pg_current_wal_lsn(),"
                        + " restart_lsn)), 0) FROM pg_replication_slots")) {
            rows.next();
            return rows.getLong(1);
        } finally {
            database.commit();
        }
    }

    private void say(String what) {
        console.println("  " + what);
        console.flush();
    }

    @FunctionalInterface
    private interface Step {

        void run() throws SQLException;
    }
}
