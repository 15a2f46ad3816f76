package com.ceoplatform.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.deploy.bench.DatabaseUse.Buckets;
import com.ceoplatform.deploy.bench.Latencies.Percentiles;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseUseTests {

    private static String metrics(int withinOne, int withinTen, int all) {
        return """
                # TYPE hikaricp_connections_usage_seconds histogram
                hikaricp_connections_usage_seconds_bucket{pool="HikariPool-1",le="0.001"} %d
                hikaricp_connections_usage_seconds_bucket{pool="HikariPool-1",le="0.01"} %d
                hikaricp_connections_usage_seconds_bucket{pool="HikariPool-1",le="10.0"} %d
                hikaricp_connections_usage_seconds_bucket{pool="HikariPool-1",le="+Inf"} %d
                hikaricp_connections_usage_seconds_count{pool="HikariPool-1"} %d
                hikaricp_connections_acquire_seconds_bucket{pool="HikariPool-1",le="0.001"} 77
                """.formatted(withinOne, withinTen, all, all, all);
    }

    @Test
    void namesTheBucketThatHoldsEachPercentile() {
        Buckets before = Buckets.of(metrics(100, 100, 100));

        Percentiles row = Buckets.of(metrics(160, 199, 200)).since(before);

        assertThat(row).isEqualTo(new Percentiles(100, 1, 10, 10, 10_000));
    }

    @Test
    void countsFromTheStartWhenNothingWasKnown() {
        assertThat(Buckets.of(metrics(1, 2, 2)).since(Buckets.of("")).count()).isEqualTo(2);
    }

    @Test
    void aServiceThatDoesNotAnswerHasNoRow() {
        DatabaseUse use = new DatabaseUse(Map.of("nobody", URI.create("http://127.0.0.1:1")));

        assertThat(use.since(use.snapshot())).isEmpty();
    }
}
