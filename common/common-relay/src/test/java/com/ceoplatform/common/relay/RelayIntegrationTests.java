package com.ceoplatform.common.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.infrastructure.Infrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RelayIntegrationTests {

    private static final Infrastructure INFRASTRUCTURE = Infrastructure.shared();

    private final JdbcClient service =
            JdbcClient.create(new DriverManagerDataSource(INFRASTRUCTURE.databaseUrl(), "task", "task"));
    private final JdbcClient superuser = JdbcClient.create(new DriverManagerDataSource(
            INFRASTRUCTURE.databaseUrl(),
            INFRASTRUCTURE.databaseSuperuser(),
            INFRASTRUCTURE.databaseSuperuserPassword()));
    private final List<Relay> relays = new ArrayList<>();
    private final String key = Ids.next().toString();
    private KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> received = new ArrayList<>();

    @BeforeAll
    static void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", INFRASTRUCTURE.kafka()))) {
            admin.createTopics(List.of(new NewTopic(Topic.TASKS.topicName(), 3, (short) 1)));
        }
    }

    @BeforeEach
    void subscribe() {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        INFRASTRUCTURE.kafka(),
                        "group.id",
                        "relay-test-" + key,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topic.TASKS.topicName()));
    }

    @AfterEach
    void stopRelays() {
        relays.forEach(Relay::stop);
        consumer.close();
    }

    @Test
    void bringsCommittedEventsToKafkaInOrderWithTheirEnvelope() {
        Relay relay = started();
        await().until(relay::isLeading);
        UUID actor = Ids.next();

        UUID first = append("task.created", "{\"n\":1}", actor);
        UUID second = append("task.updated", "{\"title\":\"שלום 🚀 '; DROP\"}", actor);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(poll()).hasSize(2));
        assertThat(received).extracting(record -> header(record, "ce_id")).containsExactly(first + "", second + "");
        ConsumerRecord<String, byte[]> created = received.getFirst();
        assertThat(created.key()).isEqualTo(key);
        assertThat(new String(created.value(), UTF_8)).isEqualTo("{\"n\":1}");
        assertThat(header(created, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(created, "ce_type")).isEqualTo("task.created");
        assertThat(header(created, "ce_source")).isEqualTo("/task-service");
        assertThat(header(created, "ce_subject")).isEqualTo(key);
        assertThat(header(created, "ce_actorid")).isEqualTo(actor.toString());
        assertThat(header(created, "ce_time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{1,6}Z");
        assertThat(created.headers().lastHeader("ce_correlationid")).isNull();
        assertThat(new String(received.getLast().value(), UTF_8)).contains("שלום 🚀 '; DROP");
    }

    @Test
    void leavesOutWhatWasRolledBack() {
        await().until(started()::isLeading);
        try (var connection =
                new DriverManagerDataSource(INFRASTRUCTURE.databaseUrl(), "task", "task").getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("INSERT INTO outbox.event (id, topic, key, type, source, subject, payload) VALUES ('"
                        + Ids.next() + "', 'tasks.events', '" + key + "', 'task.created', '/x', 'x', '{}')");
            }
            connection.rollback();
        } catch (java.sql.SQLException failure) {
            throw new AssertionError(failure);
        }
        UUID committed = append("task.created", "{}", null);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(poll()).isNotEmpty());
        assertThat(received).extracting(record -> header(record, "ce_id")).containsExactly(committed.toString());
    }

    @Test
    void hasOneLeaderAndASuccessorThatLosesNothing() {
        Relay first = started();
        await().until(first::isLeading);
        Relay second = started();

        List<UUID> sent = new ArrayList<>();
        IntStream.range(0, 20).forEach(n -> sent.add(append("task.updated", "{\"n\":" + n + "}", null)));
        assertThat(second.isLeading()).isFalse();
        first.stop();
        IntStream.range(20, 40).forEach(n -> sent.add(append("task.updated", "{\"n\":" + n + "}", null)));

        await().atMost(Duration.ofSeconds(30)).until(second::isLeading);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            poll();
            assertThat(received.stream().map(record -> header(record, "ce_id")).distinct())
                    .containsExactlyElementsOf(sent.stream().map(UUID::toString).toList());
        });
    }

    @Test
    void cutsOffALeaderWhoseLockIsGone() {
        Relay first = started();
        await().until(first::isLeading);
        Relay second = started();

        superuser
                .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid IN"
                        + " (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted)")
                .query(Boolean.class)
                .list();

        await().atMost(Duration.ofSeconds(30)).until(() -> first.isLeading() ^ second.isLeading());
        UUID id = append("task.created", "{}", null);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(poll())
                        .extracting(record -> header(record, "ce_id"))
                        .contains(id.toString()));
    }

    @Test
    void movesAnIdleSlotForward() {
        await().until(started()::isLeading);
        append("task.created", "{}", null);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(poll()).isNotEmpty());
        String before = confirmed();

        superuser.sql("CREATE TABLE IF NOT EXISTS public.noise (text text)").update();
        superuser
                .sql("INSERT INTO public.noise SELECT repeat('x', 1000) FROM generate_series(1, 1000)")
                .update();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(confirmed()).isGreaterThan(before));
        assertThat(poll()).hasSize(1);
    }

    @Test
    void makesPartitionsAheadOfTime() {
        await().until(started()::isLeading);

        await().untilAsserted(() -> assertThat(superuser
                        .sql("SELECT count(*) FROM pg_inherits WHERE inhparent = 'outbox.event'::regclass")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(3));
    }

    private String confirmed() {
        return superuser
                .sql("SELECT lpad(split_part(confirmed_flush_lsn::text, '/', 1), 8, '0') ||"
                        + " lpad(split_part(confirmed_flush_lsn::text, '/', 2), 8, '0')"
                        + " FROM pg_replication_slots WHERE slot_name = 'outbox'")
                .query(String.class)
                .single();
    }

    private Relay started() {
        RelaySettings settings = new RelaySettings(
                true, "relay", "relay", "outbox", Duration.ofMillis(5), Duration.ofSeconds(1), Duration.ofDays(3));
        KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", INFRASTRUCTURE.kafka(), "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        Relay relay = new Relay(
                new RelayDatabase(INFRASTRUCTURE.databaseUrl(), "relay", "relay"),
                settings,
                producer,
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        relay.start();
        relays.add(relay);
        return relay;
    }

    private UUID append(String type, String payload, UUID actor) {
        UUID id = Ids.next();
        service.sql("INSERT INTO outbox.event (id, topic, key, type, source, subject, actor_id, payload)"
                        + " VALUES (:id, 'tasks.events', :key, :type, '/task-service', :key, :actor, :payload)")
                .param("id", id)
                .param("key", key)
                .param("type", type)
                .param("actor", actor, java.sql.Types.OTHER)
                .param("payload", payload)
                .update();
        return id;
    }

    private List<ConsumerRecord<String, byte[]>> poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> {
            if (key.equals(record.key())) {
                received.add(record);
            }
        });
        return received;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
