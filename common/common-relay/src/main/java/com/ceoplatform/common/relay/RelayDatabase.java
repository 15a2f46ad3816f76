package com.ceoplatform.common.relay;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The database whose outbox is relayed.
 *
 * @param url JDBC URL, the same that the service itself uses
 */
record RelayDatabase(String url, String user, String password) {

    private static final int DEFAULT_PORT = 5432;

    /** Connects outside every pool: leadership lives exactly as long as this connection. */
    Connection connect() throws SQLException {
        return connect("10");
    }

    /** For statements that may take any time. */
    Connection connectPatiently() throws SQLException {
        return connect("0");
    }

    private Connection connect(String socketTimeout) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "outbox-relay");
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", socketTimeout);
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(url, properties);
    }

    String host() {
        return address().getHost();
    }

    int port() {
        int port = address().getPort();
        return port < 0 ? DEFAULT_PORT : port;
    }

    String name() {
        return address().getPath().substring(1);
    }

    private URI address() {
        URI address = URI.create(url.substring("jdbc:".length()));
        if (address.getHost() == null || address.getPath().length() < 2) {
            throw new IllegalArgumentException("Not of the form jdbc:postgresql://host:port/database: " + url);
        }
        return address;
    }
}
