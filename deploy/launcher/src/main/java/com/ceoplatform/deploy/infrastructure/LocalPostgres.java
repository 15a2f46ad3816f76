package com.ceoplatform.deploy.infrastructure;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.OwnerOnly;
import com.ceoplatform.deploy.home.Trees;
import com.ceoplatform.deploy.supervision.GuardedCommand;
import com.ceoplatform.deploy.supervision.ProcessSpec;
import com.ceoplatform.deploy.supervision.StopSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A PostgreSQL server of the platform's own: durable, with passwords, on the loopback address only. */
public final class LocalPostgres {

    public static final String NAME = "postgres";
    public static final String SUPERUSER = "postgres";

    private static final String ARCHIVE = "postgres-linux-x86_64.txz";
    private static final String VERSION_FILE = "PG_VERSION";

    private final DataDirectory data;
    private final int port;
    private final String password;
    private final Path program;

    public LocalPostgres(DataDirectory data, int port, String password) {
        this.data = data;
        this.port = port;
        this.password = password;
        this.program = data.programs().resolve(NAME);
    }

    /** Unpacks the server and, on first use, creates its data; fails with one line when the data is not usable. */
    public ProcessSpec prepare() throws InterruptedException {
        Program.unpackTarXz(ARCHIVE, program);
        Unprivileged user = Unprivileged.detect();
        try {
            if (Trees.hasEntries(data.postgres())) {
                requireUsable();
                StalePidFile.clear(data.postgres());
            } else {
                create(user);
            }
        } catch (IOException e) {
            throw new LaunchFailure("Cannot prepare " + data.postgres() + ": " + e.getMessage(), e);
        }
        user.give(data.postgres(), server());
        return ProcessSpec.of(NAME, port, user.command(server(), settings()), Map.of(), data.root())
                .stoppedBy(StopSignal.INT);
    }

    public boolean isReady() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public void createDatabaseIfMissing(String name) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                if (rows.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + name);
        }
    }

    private Connection connect(String database) throws SQLException {
        return connect(database, "10");
    }

    /** As superuser, for work that may take long. */
    public Connection connectForLong(String database) throws SQLException {
        return connect(database, "0");
    }

    private Connection connect(String database, String socketTimeoutSeconds) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", socketTimeoutSeconds);
        return DriverManager.getConnection(url(database), properties);
    }

    private Path server() {
        return program.resolve("bin/postgres");
    }

    /** Made beside and moved into place when complete, so that an interrupted start leaves nothing half made. */
    private void create(Unprivileged user) throws IOException, InterruptedException {
        Path next = data.root().resolve("postgres.new");
        Path passwordFile = next.resolve("password");
        Trees.delete(next);
        OwnerOnly.createDirectories(next);
        OwnerOnly.createFile(passwordFile);
        Files.writeString(passwordFile, password);
        Path cluster = next.resolve("cluster");
        OwnerOnly.createDirectories(cluster);
        user.give(next, server());
        int code = GuardedCommand.run(
                "initdb",
                user.command(program.resolve("bin/initdb"), creation(cluster, passwordFile)),
                Map.of(),
                data.root(),
                data.log(NAME),
                data.run());
        if (code != 0) {
            throw new LaunchFailure(
                    "Cannot create the database (initdb ended with " + code + ", log: " + data.log(NAME) + ").");
        }
        Trees.delete(data.postgres());
        Files.move(cluster, data.postgres());
        Trees.delete(next);
    }

    private static List<String> creation(Path cluster, Path passwordFile) {
        return List.of(
                "--pgdata=" + cluster,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
    }

    private void requireUsable() throws IOException, InterruptedException {
        Path versionFile = data.postgres().resolve(VERSION_FILE);
        if (!Files.exists(versionFile)) {
            throw new LaunchFailure(data.postgres() + " is not a PostgreSQL data directory (" + VERSION_FILE
                    + " is missing); move it away, or start anew with ./platform reset.");
        }
        String found = Files.readString(versionFile).strip();
        String expected = majorVersion();
        if (!found.equals(expected)) {
            throw new LaunchFailure(
                    "%s was made by PostgreSQL %s, the platform runs %s; move it away, or start anew with ./platform reset."
                            .formatted(data.postgres(), found, expected));
        }
    }

    /** From {@code postgres (PostgreSQL) 18.6}. */
    private String majorVersion() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(server().toString(), "--version").start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        String version = answer.strip().substring(answer.strip().lastIndexOf(' ') + 1);
        return version.replaceFirst("\\..*", "");
    }

    private List<String> settings() {
        List<String> arguments = new ArrayList<>(List.of("-D", data.postgres().toString(), "-p", "" + port));
        PostgresSettings.all().forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        return arguments;
    }
}
