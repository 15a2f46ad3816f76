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
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes rows straight into the schemas of the services, past their REST interfaces and without events: a million tasks
 * would take hours otherwise. Copies of people and channels are written with them.
 */
final class Fill {

    private static final long BATCH = 25_000;

    /**
     * The relay reads past everything that is written. A slot that holds back more than 2 GB is lost, and it holds back from
     * its restart position, which lies well before the confirmed one.
     */
    private static final long TOLERABLE_SLOT_LAG = 1536L * 1024 * 1024;

    private static final long LAG_PAUSE_MILLIS = 500;

    private final Connection database;
    private final List<Connection> writers;
    private final FillSize size;
    private final PrintWriter console;

    /** @param writers write batches side by side */
    Fill(Connection database, List<Connection> writers, FillSize size, PrintWriter console) {
        this.database = database;
        this.writers = List.copyOf(writers);
        this.size = size;
        this.console = console;
    }

    /**
     * Interrupted between two batches it leaves complete rows behind, and the next run starts with new people and makes the
     * indexes that this one had set aside.
     */
    void run() throws SQLException, InterruptedException {
        database.setAutoCommit(false);
        for (Connection writer : writers) {
            writer.setAutoCommit(false);
        }
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
        step("indexes set aside", () -> execute(FillScript.named("set-aside")));
        try {
            batches("tasks", size.tasks());
            batches("messages", size.messages());
        } finally {
            makeIndexes();
        }
        step("tallies of tasks", () -> execute(FillScript.named("tallies")));
        step("copies of open tasks", () -> execute(FillScript.named("tasks-copy")));
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
        AtomicLong next = new AtomicLong(1);
        try (ExecutorService workers = Executors.newFixedThreadPool(writers.size())) {
            List<Future<Void>> working = new ArrayList<>();
            for (Connection writer : writers) {
                working.add(workers.submit(() -> {
                    write(what, script, next, total, writer);
                    return null;
                }));
            }
            for (Future<Void> worker : working) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException("The " + what + " cannot be written: " + e.getCause(), e.getCause());
        }
    }

    /** Takes one batch after the other until there is none left. */
    private void write(String what, FillScript script, AtomicLong next, long total, Connection writer)
            throws SQLException, InterruptedException {
        for (long from = next.getAndAdd(BATCH); from <= total; from = next.getAndAdd(BATCH)) {
            long to = Math.min(total, from + BATCH - 1);
            execute(writer, script.with(Map.of("from", from, "to", to)));
            writer.commit();
            awaitRelay(writer);
            if (to == total || to % (BATCH * 10) == 0) {
                say(String.format(Locale.ROOT, "%s: %,d of %,d", what, to, total));
            }
        }
    }

    /** Each by itself, so that the relay can keep up and an interrupted run has made some of them. */
    private void makeIndexes() throws SQLException, InterruptedException {
        execute(new FillScript("SET maintenance_work_mem = '256MB'"));
        for (Map.Entry<String, String> index : setAside().entrySet()) {
            step("index " + index.getKey(), () -> {
                execute(new FillScript(index.getValue()));
                execute(new FillScript("DELETE FROM fill_indexes.set_aside WHERE name = '" + index.getKey() + "'"));
            });
            awaitRelay(database);
        }
        execute(new FillScript("DROP SCHEMA fill_indexes CASCADE"));
        database.commit();
    }

    private Map<String, String> setAside() throws SQLException {
        Map<String, String> definitions = new TreeMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, definition FROM fill_indexes.set_aside")) {
            while (rows.next()) {
                definitions.put(rows.getString(1), rows.getString(2));
            }
        }
        return definitions;
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
        execute(database, script);
    }

    private static void execute(Connection connection, FillScript script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(script.sql());
        }
    }

    private static void awaitRelay(Connection connection) throws SQLException, InterruptedException {
        while (slotLag(connection) > TOLERABLE_SLOT_LAG) {
            Thread.sleep(LAG_PAUSE_MILLIS);
        }
    }

    private static long slotLag(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT coalesce(max(pg_wal_lsn_diff(pg_current_wal_lsn(),"
                        + " restart_lsn)), 0) FROM pg_replication_slots")) {
            rows.next();
            return rows.getLong(1);
        } finally {
            connection.commit();
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
