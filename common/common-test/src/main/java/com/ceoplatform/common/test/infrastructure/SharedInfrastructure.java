package com.ceoplatform.common.test.infrastructure;

import com.ceoplatform.common.events.DatabaseBootstrap;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.function.SingletonSupplier;

/** Starts each part when it is first asked for. */
final class SharedInfrastructure implements Infrastructure {

    static final Infrastructure INSTANCE = new SharedInfrastructure(
            "testcontainers".equals(System.getProperty("infrastructure")) ? new ContainerParts() : new EmbeddedParts());

    private final SingletonSupplier<Parts.Database> database;
    private final SingletonSupplier<String> kafka;
    private final SingletonSupplier<RedisAddress> redis;

    private SharedInfrastructure(Parts parts) {
        database = SingletonSupplier.of(() -> prepared(parts.startDatabase()));
        kafka = SingletonSupplier.of(parts::startKafka);
        redis = SingletonSupplier.of(parts::startRedis);
    }

    private static Parts.Database prepared(Parts.Database database) {
        Map<String, String> roles = Stream.of(
                        "gateway", "task", "channel", "message", "notification", "voice", DatabaseBootstrap.RELAY_ROLE)
                .collect(Collectors.toMap(role -> role, role -> role));
        try {
            DatabaseBootstrap.run(database.url(), database.superuser(), database.password(), roles);
        } catch (SQLException failure) {
            throw new IllegalStateException("The test database could not be prepared", failure);
        }
        return database;
    }

    @Override
    public String databaseUrl() {
        return database.obtain().url();
    }

    @Override
    public String databaseSuperuser() {
        return database.obtain().superuser();
    }

    @Override
    public String databaseSuperuserPassword() {
        return database.obtain().password();
    }

    @Override
    public String kafka() {
        return kafka.obtain();
    }

    @Override
    public RedisAddress redis() {
        return redis.obtain();
    }
}
