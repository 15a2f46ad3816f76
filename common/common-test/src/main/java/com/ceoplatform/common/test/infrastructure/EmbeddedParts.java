package com.ceoplatform.common.test.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** PostgreSQL and Redis as child processes, Kafka in this JVM; all from Maven artifacts. */
final class EmbeddedParts implements Parts {

    @Override
    public Database startDatabase() {
        try {
            // Not below the working directory: the library clears old data directories that it finds there.
            Path data = Files.createTempDirectory("platform-test-postgres-");
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setServerConfig("wal_level", "logical")
                    .setServerConfig("max_wal_senders", "10")
                    .setServerConfig("max_replication_slots", "10")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE platform");
            }
            return new Database(
                    "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/platform", "postgres", "postgres");
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not start", failure);
        } catch (SQLException failure) {
            throw new IllegalStateException("PostgreSQL did not take the test database", failure);
        }
    }

    @Override
    public String startKafka() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 3);
        broker.brokerProperties(Map.of(
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                "offsets.topic.num.partitions", "3",
                "transaction.state.log.num.partitions", "1"));
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker.getBrokersAsString();
    }

    @Override
    public Infrastructure.RedisAddress startRedis() {
        RedisProcess redis = RedisProcess.start();
        Runtime.getRuntime().addShutdownHook(new Thread(redis::stop));
        return new Infrastructure.RedisAddress("127.0.0.1", redis.port());
    }
}
