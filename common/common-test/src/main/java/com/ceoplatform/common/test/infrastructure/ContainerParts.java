package com.ceoplatform.common.test.infrastructure;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same servers in containers, for machines with a Docker engine. */
final class ContainerParts implements Parts {

    private static final int REDIS_PORT = 6379;

    @Override
    @SuppressWarnings("resource") // lives as long as the JVM; Testcontainers removes it
    public Database startDatabase() {
        PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18")
                .withDatabaseName("platform")
                .withCommand("postgres", "-c", "wal_level=logical", "-c", "max_connections=200");
        postgres.start();
        return new Database(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
    }

    @Override
    @SuppressWarnings("resource") // lives as long as the JVM; Testcontainers removes it
    public String startKafka() {
        KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.0");
        kafka.start();
        return kafka.getBootstrapServers();
    }

    @Override
    @SuppressWarnings("resource") // lives as long as the JVM; Testcontainers removes it
    public Infrastructure.RedisAddress startRedis() {
        GenericContainer<?> redis = new GenericContainer<>("redis:7").withExposedPorts(REDIS_PORT);
        redis.start();
        return new Infrastructure.RedisAddress(redis.getHost(), redis.getMappedPort(REDIS_PORT));
    }
}
