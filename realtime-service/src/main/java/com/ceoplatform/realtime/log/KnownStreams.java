package com.ceoplatform.realtime.log;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** The streams of this installation, asked of Kafka once. */
@Component
class KnownStreams {

    /** What clients see; sessions are followed too, but are nobody's business. */
    private static final List<Topic> VISIBLE = Arrays.stream(Topic.values())
            .filter(topic -> topic != Topic.SESSIONS)
            .toList();

    private final KafkaAdmin admin;
    private volatile @Nullable Streams streams;

    KnownStreams(KafkaAdmin admin) {
        this.admin = requireNonNull(admin, "admin is null");
    }

    /** @throws ExecutionException when Kafka cannot be reached or has no such topics yet */
    Streams get() throws ExecutionException, InterruptedException {
        Streams known = streams;
        if (known == null) {
            try (Admin client = Admin.create(admin.getConfigurationProperties())) {
                known = Streams.describe(client, VISIBLE);
            }
            streams = known;
        }
        return known;
    }

    /** For whoever comes after the log has started. */
    Streams started() {
        Streams known = streams;
        if (known == null) {
            throw new IllegalStateException("The log has not started");
        }
        return known;
    }
}
