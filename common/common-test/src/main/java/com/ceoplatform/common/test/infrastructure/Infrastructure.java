package com.ceoplatform.common.test.infrastructure;

/**
 * The infrastructure that a test run uses. Started once per JVM, on first use, and stopped with it; embedded by default, in
 * containers with {@code -Dinfrastructure=testcontainers}.
 */
public interface Infrastructure {

    /** The infrastructure of this JVM. */
    static Infrastructure shared() {
        return SharedInfrastructure.INSTANCE;
    }

    /** JDBC URL of the prepared database {@code platform}; every role's password is its name. */
    String databaseUrl();

    /** Superuser of the database. */
    String databaseSuperuser();

    String databaseSuperuserPassword();

    /** Kafka's bootstrap servers. */
    String kafka();

    RedisAddress redis();

    /** Where Redis listens. */
    record RedisAddress(String host, int port) {}
}
