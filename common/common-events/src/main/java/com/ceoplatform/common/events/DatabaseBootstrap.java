package com.ceoplatform.common.events;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Prepares a database for services: a role and a schema of its own for each, the outbox that all of them may insert
 * into, the publication and the replication slot that the relay reads. Safe to run again; passwords are set anew each time.
 */
public final class DatabaseBootstrap {

    /** The role that owns the outbox and may replicate. */
    public static final String RELAY_ROLE = "relay";

    private static final String SLOT = "outbox";

    private DatabaseBootstrap() {}

    /**
     * @param url JDBC URL of the database to prepare
     * @param user a superuser of it
     * @param rolePasswords password of every service's role, and of {@value #RELAY_ROLE}; a role's name is also the name
     *     of its schema
     * @throws SQLException when the database cannot be reached or refuses
     */
    public static void run(String url, String user, String password, Map<String, String> rolePasswords)
            throws SQLException {
        requireNonNull(rolePasswords.get(RELAY_ROLE), "no password for the role " + RELAY_ROLE);
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            execute(connection, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
            execute(connection, "CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public");
            for (Map.Entry<String, String> role : rolePasswords.entrySet()) {
                prepareRole(connection, role.getKey(), role.getValue());
            }
        }
        migrateOutbox(url, user, password);
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            reserveSlot(connection);
        }
    }

    /** The slot exists before the first event does: nothing that is written from now on can be missed. */
    private static void reserveSlot(Connection connection) throws SQLException {
        execute(
                connection,
                "SELECT pg_create_logical_replication_slot('" + SLOT + "', 'pgoutput') WHERE NOT EXISTS"
                        + " (SELECT 1 FROM pg_replication_slots WHERE slot_name = '" + SLOT + "')");
    }

    private static void prepareRole(Connection connection, String role, String password) throws SQLException {
        boolean relay = role.equals(RELAY_ROLE);
        String schema = relay ? "outbox" : role;
        if (!exists(connection, role)) {
            execute(connection, "CREATE ROLE " + quote(role) + " LOGIN");
        }
        execute(
                connection,
                "ALTER ROLE " + quote(role) + (relay ? " REPLICATION" : " NOREPLICATION") + " PASSWORD "
                        + literal(connection, password));
        execute(connection, "ALTER ROLE " + quote(role) + " SET search_path = " + quote(schema) + ", public");
        execute(connection, "CREATE SCHEMA IF NOT EXISTS " + quote(schema) + " AUTHORIZATION " + quote(role));
        if (relay) {
            execute(connection, "GRANT CREATE ON DATABASE " + quote(connection.getCatalog()) + " TO " + quote(role));
        }
    }

    private static void migrateOutbox(String url, String user, String password) {
        Flyway.configure()
                .dataSource(url, user, password)
                .initSql("SET ROLE " + RELAY_ROLE)
                .schemas("outbox")
                .createSchemas(false)
                .locations("classpath:db/outbox")
                .load()
                .migrate();
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?")) {
            query.setString(1, role);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String literal(Connection connection, String text) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT quote_literal(?)")) {
            query.setString(1, text);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
