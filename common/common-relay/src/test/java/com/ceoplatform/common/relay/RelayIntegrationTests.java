package com.ceoplatform.common.relay;

import static com.ceoplatform.common.relay.RelayedService.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.id.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayIntegrationTests {

    private final RelayedService service = new RelayedService();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void bringsCommittedEventsToKafkaInOrderWithTheirEnvelope() {
        Relay relay = service.startRelay();
        await().until(relay::isLeading);
        UUID actor = Ids.next();

        UUID first = service.append("task.created", "{\"n\":1}", actor);
        UUID second = service.append("task.updated", "{\"title\":\"שלום 🚀 '; DROP\"}", actor);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(service.received()).hasSize(2));
        assertThat(service.received())
                .extracting(record -> header(record, "ce_id"))
                .containsExactly(first + "", second + "");
        ConsumerRecord<String, byte[]> created = service.received().getFirst();
        assertThat(created.key()).isEqualTo(service.key());
        assertThat(new String(created.value(), UTF_8)).isEqualTo("{\"n\":1}");
        assertThat(header(created, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(created, "ce_type")).isEqualTo("task.created");
        assertThat(header(created, "ce_source")).isEqualTo("/task-service");
        assertThat(header(created, "ce_subject")).isEqualTo(service.key());
        assertThat(header(created, "ce_actorid")).isEqualTo(actor.toString());
        assertThat(header(created, "ce_time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{1,6}Z");
        assertThat(created.headers().lastHeader("ce_correlationid")).isNull();
        assertThat(new String(service.received().getLast().value(), UTF_8)).contains("שלום 🚀 '; DROP");
    }

    @Test
    void leavesOutWhatWasRolledBack() {
        await().until(service.startRelay()::isLeading);
        service.client("task", "task")
                .sql("BEGIN; INSERT INTO outbox.event (id, topic, key, type, source, subject, payload) VALUES ('"
                        + Ids.next() + "', 'tasks.events', '" + service.key()
                        + "', 'task.created', '/x', 'x', '{}'); ROLLBACK")
                .update();
        UUID committed = service.append("task.created", "{}");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(service.received()).isNotEmpty());
        assertThat(service.received())
                .extracting(record -> header(record, "ce_id"))
                .containsExactly(committed.toString());
    }

    @Test
    void hasOneLeaderAndASuccessorThatLosesNothing() {
        Relay first = service.startRelay();
        await().until(first::isLeading);
        Relay second = service.startRelay();

        List<UUID> sent = new ArrayList<>();
        IntStream.range(0, 20).forEach(n -> sent.add(service.append("task.updated", "{\"n\":" + n + "}")));
        assertThat(second.isLeading()).isFalse();
        first.stop();
        IntStream.range(20, 40).forEach(n -> sent.add(service.append("task.updated", "{\"n\":" + n + "}")));

        await().atMost(Duration.ofSeconds(30)).until(second::isLeading);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(service.receivedIds())
                    .containsExactlyElementsOf(sent.stream().map(UUID::toString).toList());
        });
    }

    @Test
    void cutsOffALeaderWhoseLockIsGone() {
        Relay first = service.startRelay();
        await().until(first::isLeading);
        Relay second = service.startRelay();

        service.superuser()
                .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid IN"
                        + " (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted)")
                .query(Boolean.class)
                .list();

        await().atMost(Duration.ofSeconds(30)).until(() -> first.isLeading() ^ second.isLeading());
        UUID id = service.append("task.created", "{}");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(service.received())
                        .extracting(record -> header(record, "ce_id"))
                        .contains(id.toString()));
    }

    @Test
    void movesAnIdleSlotForward() {
        await().until(service.startRelay()::isLeading);
        service.append("task.created", "{}");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(service.received()).isNotEmpty());
        String before = confirmed();

        service.superuser()
                .sql("CREATE TABLE IF NOT EXISTS public.noise (text text)")
                .update();
        service.superuser()
                .sql("INSERT INTO public.noise SELECT repeat('x', 1000) FROM generate_series(1, 1000)")
                .update();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(confirmed()).isGreaterThan(before));
        assertThat(service.received()).hasSize(1);
    }

    @Test
    void makesPartitionsAheadOfTime() {
        await().until(service.startRelay()::isLeading);

        await().untilAsserted(() -> assertThat(service.superuser()
                        .sql("SELECT count(*) FROM pg_inherits WHERE inhparent = 'outbox.event'::regclass")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(3));
    }

    private String confirmed() {
        return service.superuser()
                .sql("SELECT lpad(split_part(confirmed_flush_lsn::text, '/', 1), 8, '0') ||"
                        + " lpad(split_part(confirmed_flush_lsn::text, '/', 2), 8, '0')"
                        + " FROM pg_replication_slots WHERE slot_name = 'outbox'")
                .query(String.class)
                .single();
    }
}
