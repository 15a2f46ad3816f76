package com.ceoplatform.notification.secret;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Secrets made on first start and kept in the service's own schema, so that all replicas have the same. */
@Component
public class ServiceKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceKeys.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    ServiceKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** The secret of that name; of two replicas that make one at the same moment, the first wins. */
    public String get(String name, Supplier<String> maker) {
        return jdbc.sql("SELECT value FROM service_key WHERE name = :name")
                .param("name", name)
                .query(String.class)
                .optional()
                .orElseGet(() -> make(name, maker.get()));
    }

    private String make(String name, String value) {
        int made = jdbc.sql("INSERT INTO service_key (name, value, created_at) VALUES (:name, :value, :now)"
                        + " ON CONFLICT DO NOTHING")
                .param("name", name)
                .param("value", value)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (made == 1) {
            LOG.info("Made a new secret {}; it is kept in the database", name);
            return value;
        }
        return jdbc.sql("SELECT value FROM service_key WHERE name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }
}
