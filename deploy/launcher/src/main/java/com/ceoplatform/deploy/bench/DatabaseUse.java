package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.bench.Latencies.Percentiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long the services hold a connection to their database, by their own metric {@code hikaricp_connections_usage_seconds}: a
 * transaction with all its statements, and what is computed in between. Percentiles are upper limits of the metric's buckets.
 */
final class DatabaseUse {

    private static final Pattern BUCKET = Pattern.compile(
            "^hikaricp_connections_usage_seconds_bucket\\{.*\\ble=\"([0-9.E+-]+)\".*} ([0-9.E]+)$", Pattern.MULTILINE);
    private static final double MILLIS_PER_SECOND = 1000;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Map<String, URI> services;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param services addresses by name; one that does not answer has no figures */
    DatabaseUse(Map<String, URI> services) {
        this.services = Map.copyOf(services);
    }

    /** How many uses took at most so many milliseconds. */
    record Buckets(TreeMap<Double, Long> atMost) {

        static Buckets of(String metrics) {
            TreeMap<Double, Long> atMost = new TreeMap<>();
            Matcher bucket = BUCKET.matcher(metrics);
            while (bucket.find()) {
                double millis = Double.parseDouble(bucket.group(1)) * MILLIS_PER_SECOND;
                atMost.merge(millis, (long) Double.parseDouble(bucket.group(2)), Long::sum);
            }
            return new Buckets(atMost);
        }

        Percentiles since(Buckets before) {
            TreeMap<Double, Long> added = new TreeMap<>();
            atMost.forEach((millis, count) -> added.put(millis, count - before.atMost.getOrDefault(millis, 0L)));
            long count = added.isEmpty() ? 0 : added.lastEntry().getValue();
            return new Percentiles(
                    count,
                    within(added, count * 0.5),
                    within(added, count * 0.95),
                    within(added, count * 0.99),
                    within(added, (double) count));
        }

        private static double within(TreeMap<Double, Long> counts, double part) {
            return counts.entrySet().stream()
                    .filter(entry -> entry.getValue() >= part)
                    .mapToDouble(Map.Entry::getKey)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** What the services have counted so far. */
    Map<String, Buckets> snapshot() {
        Map<String, Buckets> snapshot = new LinkedHashMap<>();
        services.forEach((name, address) -> snapshot.put(name, Buckets.of(metrics(address))));
        return snapshot;
    }

    /** A row for each service that has used its database since. */
    Map<String, Percentiles> since(Map<String, Buckets> before) {
        Map<String, Percentiles> rows = new TreeMap<>();
        snapshot().forEach((name, now) -> {
            Percentiles row = now.since(before.getOrDefault(name, new Buckets(new TreeMap<>())));
            if (row.count() > 0) {
                rows.put("database " + name, row);
            }
        });
        return rows;
    }

    private String metrics(URI service) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/actuator/prometheus"))
                .timeout(TIMEOUT)
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
