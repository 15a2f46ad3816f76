package com.ceoplatform.common.web.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where a service keeps what belongs to a person and how long it keeps it, mostly as SQL in its own schema. A service that
 * declares a bean of this type gets the operators' endpoints for it. Statements run in the order they were added, all of
 * one request in one transaction.
 */
public final class PersonalData {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final List<Statement> exports = new ArrayList<>();
    private final List<Work<UUID>> erasures = new ArrayList<>();
    private final List<Work<Instant>> expiries = new ArrayList<>();

    public PersonalData(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Adds a section to what a person is handed out.
     *
     * @param query selects rows by {@code :user}; column names become the names in JSON
     */
    public PersonalData exporting(String section, String query) {
        exports.add(new Statement(section, query));
        return this;
    }

    /**
     * Adds what is done when a person is to be forgotten.
     *
     * @param statement changes or deletes rows by {@code :user}; may run again
     */
    public PersonalData erasing(String section, String statement) {
        return erasing(section, user -> update(statement, "user", user));
    }

    /**
     * Adds what is done when a person is to be forgotten and others must hear of it.
     *
     * @param erasure within the transaction of all erasures; answers the number of things; may run again
     */
    public PersonalData erasing(String section, ToIntFunction<UUID> erasure) {
        erasures.add(new Work<>(section, erasure));
        return this;
    }

    /**
     * Adds what is done to rows beyond their time.
     *
     * @param statement deletes rows by {@code :before}
     */
    public PersonalData expiring(String section, String statement) {
        expiries.add(new Work<>(section, before -> update(statement, "before", before.atOffset(ZoneOffset.UTC))));
        return this;
    }

    List<String> sections() {
        return exports.stream().map(Statement::section).toList();
    }

    /** Hands the rows of a section, each as JSON, to the reader, one after the other. */
    void read(String section, UUID userId, Consumer<String> reader) {
        Statement export = exports.stream()
                .filter(statement -> statement.section().equals(section))
                .findFirst()
                .orElseThrow();
        transactions.executeWithoutResult(transaction -> {
            try (Stream<String> rows = jdbc
                    .sql("SELECT row_to_json(r)::text FROM (" + export.sql() + ") r")
                    .param("user", userId)
                    .query(String.class)
                    .stream()) {
                rows.forEach(reader);
            }
        });
    }

    /** Returns the number of rows by section. */
    Map<String, Integer> erase(UUID userId) {
        return run(erasures, userId);
    }

    /** Returns the number of rows by section. */
    Map<String, Integer> expire(Instant before) {
        return run(expiries, before);
    }

    private <T> Map<String, Integer> run(List<Work<T>> works, T subject) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        transactions.executeWithoutResult(transaction -> {
            for (Work<T> work : works) {
                rows.merge(work.section(), work.run().applyAsInt(subject), Integer::sum);
            }
        });
        return rows;
    }

    private int update(String statement, String name, Object value) {
        return jdbc.sql(statement).param(name, value).update();
    }

    private record Statement(String section, String sql) {}

    private record Work<T>(String section, ToIntFunction<T> run) {}
}
