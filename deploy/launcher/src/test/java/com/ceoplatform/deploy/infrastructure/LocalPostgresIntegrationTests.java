package com.ceoplatform.deploy.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.events.DatabaseBootstrap;
import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIntegrationTests {

    private static final String PASSWORD = "a-password-of-the-tests";

    @TempDir
    private static Path directory;

    private static DataDirectory data;
    private static LocalPostgres postgres;

    @BeforeAll
    static void prepare() {
        data = new DataDirectory(directory.resolve("data"));
        data.create();
        postgres = new LocalPostgres(data, Running.freePort(), PASSWORD);
    }

    @Test
    void keepsItsDataOverStopAndKill() throws Exception {
        try (Running first = start()) {
            execute("CREATE TABLE IF NOT EXISTS kept (n int)");
            execute("INSERT INTO kept VALUES (1)");
        }
        try (Running second = start()) {
            execute("INSERT INTO kept VALUES (2)");
            second.kill();
        }
        try (Running third = start()) {
            assertThat(query("SELECT count(*) FROM kept")).isEqualTo("2");
        }
    }

    @Test
    void isDurableAndReadyForLogicalReplication() throws Exception {
        try (Running running = start()) {
            assertThat(query("SHOW fsync")).isEqualTo("on");
            assertThat(query("SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query("SHOW wal_level")).isEqualTo("logical");
            assertThat(query("SHOW max_slot_wal_keep_size")).isEqualTo("2GB");
            assertThat(query("SHOW data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void asksForThePassword() throws Exception {
        try (Running running = start()) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url("postgres"), "postgres", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void takesTheRolesAndSchemasOfTheServicesTwice() throws Exception {
        Map<String, String> roles = Map.of("task", "task-password", DatabaseBootstrap.RELAY_ROLE, "relay-password");
        try (Running running = start()) {
            for (int start = 1; start <= 2; start++) {
                postgres.createDatabaseIfMissing("platform");
                DatabaseBootstrap.run(postgres.url("platform"), LocalPostgres.SUPERUSER, PASSWORD, roles);
            }
            try (Connection task = DriverManager.getConnection(postgres.url("platform"), "task", "task-password")) {
                assertThat(task.getSchema()).isEqualTo("task");
            }
        }
    }

    @Test
    void refusesADirectoryThatIsNoDatabase() throws IOException {
        DataDirectory other = other("garbage");
        Files.createDirectories(other.postgres());
        Files.writeString(other.postgres().resolve("notes.txt"), "not a database");

        assertThatThrownBy(() -> new LocalPostgres(other, 1, PASSWORD).prepare())
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("PG_VERSION is missing")
                .message()
                .doesNotContain("\n");
        assertThat(other.postgres().resolve("notes.txt")).exists();
    }

    @Test
    void refusesTheDataOfAnotherMajorVersion() throws IOException {
        DataDirectory other = other("old");
        Files.createDirectories(other.postgres());
        Files.writeString(other.postgres().resolve("PG_VERSION"), "12\n");

        assertThatThrownBy(() -> new LocalPostgres(other, 1, PASSWORD).prepare())
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("made by PostgreSQL 12");
    }

    @Test
    void startsAnewAfterAnInterruptedCreation() throws Exception {
        DataDirectory other = other("interrupted");
        Files.createDirectories(other.root().resolve("postgres.new/cluster"));
        Files.writeString(other.root().resolve("postgres.new/cluster/PG_VERSION"), "18");

        new LocalPostgres(other, 1, PASSWORD).prepare();

        assertThat(other.postgres().resolve("global/pg_control")).exists();
        assertThat(other.root().resolve("postgres.new")).doesNotExist();
    }

    @Test
    void ignoresAPidFileWhosePidIsSomebodyElses() throws Exception {
        start().close();
        Files.writeString(
                data.postgres().resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data.postgres() + "\n");

        try (Running running = start()) {
            assertThat(query("SELECT 1")).isEqualTo("1");
        }
    }

    private DataDirectory other(String name) throws IOException {
        DataDirectory other = new DataDirectory(directory.resolve(name));
        Trees.delete(other.root());
        other.create();
        return other;
    }

    private Running start() throws InterruptedException {
        return Running.start(postgres.prepare(), data, postgres::isReady);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.url("postgres"), LocalPostgres.SUPERUSER, PASSWORD);
    }
}
