package com.ceoplatform.notification.mail;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses that mail does not reach; nothing is sent to them until somebody says that they work again. */
@Repository
class Addresses {

    private final JdbcClient jdbc;
    private final Clock clock;

    Addresses(JdbcClient jdbc, Clock clock) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Why mail cannot arrive.
     *
     * @param status what the mail server said
     */
    record Undeliverable(String status, Instant since) {}

    Optional<Undeliverable> undeliverable(String address) {
        return jdbc.sql("SELECT status, since FROM undeliverable_address WHERE address = :address")
                .param("address", normal(address))
                .query((row, number) -> new Undeliverable(
                        row.getString("status"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void markUndeliverable(String address, String status) {
        jdbc.sql("INSERT INTO undeliverable_address (address, status, since) VALUES (:address, :status, :now)"
                        + " ON CONFLICT DO NOTHING")
                .param("address", normal(address))
                .param("status", status)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void markDeliverable(String address) {
        jdbc.sql("DELETE FROM undeliverable_address WHERE address = :address")
                .param("address", normal(address))
                .update();
    }

    private static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
