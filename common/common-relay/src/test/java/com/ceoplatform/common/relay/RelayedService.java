package com.ceoplatform.common.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.infrastructure.Infrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A service that writes events of one key, the relays of its database, and a consumer of what arrives under that key. */
final class RelayedService implements AutoCloseable {

    private final Infrastructure infrastructure = Infrastructure.shared();
    private final JdbcClient service = client("task", "task");
    private final List<Relay> relays = new ArrayList<>();
    private final String key = Ids.next().toString();
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> received = new ArrayList<>();

    RelayedService() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", infrastructure.kafka()))) {
            admin.createTopics(List.of(new NewTopic(Topic.TASKS.topicName(), 3, (short) 1)));
        }
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        infrastructure.kafka(),
                        "group.id",
                        "relay-test-" + key,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topic.TASKS.topicName()));
    }

    String key() {
        return key;
    }

    JdbcClient superuser() {
        return client(infrastructure.databaseSuperuser(), infrastructure.databaseSuperuserPassword());
    }

    JdbcClient client(String user, String password) {
        return JdbcClient.create(new DriverManagerDataSource(infrastructure.databaseUrl(), user, password));
    }

    Relay startRelay() {
        RelaySettings settings = new RelaySettings(
                true, "relay", "relay", "outbox", Duration.ofMillis(5), Duration.ofSeconds(1), Duration.ofDays(3));
        KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", infrastructure.kafka(), "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        Relay relay = new Relay(
                new RelayDatabase(infrastructure.databaseUrl(), "relay", "relay"),
                settings,
                producer,
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        relay.start();
        relays.add(relay);
        return relay;
    }

    UUID append(String type, String payload) {
        return append(type, payload, null);
    }

    UUID append(String type, String payload, @Nullable UUID actor) {
        UUID id = Ids.next();
        service.sql("INSERT INTO outbox.event (id, topic, key, type, source, subject, actor_id, payload)"
                        + " VALUES (:id, 'tasks.events', :key, :type, '/task-service', :key, :actor, :payload)")
                .param("id", id)
                .param("key", key)
                .param("type", type)
                .param("actor", actor, Types.OTHER)
                .param("payload", payload)
                .update();
        return id;
    }

    /** Everything that has arrived until now. */
    List<ConsumerRecord<String, byte[]>> received() {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> {
            if (key.equals(record.key())) {
                received.add(record);
            }
        });
        return received;
    }

    /** The ids of the events that have arrived until now, each once. */
    List<String> receivedIds() {
        return received().stream()
                .map(record -> header(record, "ce_id"))
                .distinct()
                .toList();
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        relays.forEach(Relay::stop);
        consumer.close();
    }
}
