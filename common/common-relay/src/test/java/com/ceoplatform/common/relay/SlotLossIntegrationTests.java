package com.ceoplatform.common.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database gave the relay's place in its log up: what was not brought by then is brought from the outbox. */
class SlotLossIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SEGMENTS = 6;

    private final RelayedService service = new RelayedService();

    @AfterEach
    void stop() {
        service.close();
        execute("ALTER SYSTEM RESET max_slot_wal_keep_size");
        execute("SELECT pg_reload_conf()");
    }

    @Test
    void sendsWhatAnOverlongLogTookAway() {
        Relay first = service.startRelay();
        await().atMost(PATIENCE).until(first::isLeading);
        UUID before = service.append("task.created", "{}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.receivedIds()).containsExactly(before.toString()));
        first.stop();
        UUID missed = service.append("task.updated", "{}");
        outgrowSlot();

        Relay second = service.startRelay();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(service.receivedIds()).containsExactly(before.toString(), missed.toString()));
        await().atMost(PATIENCE).until(second::isLeading);
        UUID after = service.append("task.updated", "{}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.receivedIds())
                        .containsExactly(before.toString(), missed.toString(), after.toString()));
    }

    @Test
    void finishesARepairThatAnotherBegan() {
        Relay first = service.startRelay();
        await().atMost(PATIENCE).until(first::isLeading);
        first.stop();
        UUID skipped = service.append("task.created", "{}");
        // As if a repair had made the new slot and died before it sent anything.
        execute("SELECT pg_drop_replication_slot('outbox')");
        execute("SELECT pg_create_logical_replication_slot('outbox', 'pgoutput')");
        execute("UPDATE outbox.relayed SET complete = false");

        service.startRelay();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.receivedIds()).containsExactly(skipped.toString()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(single("SELECT complete::text FROM outbox.relayed"))
                        .isEqualTo("true"));
    }

    @Test
    void aLeaderNoticesThatItsSlotIsGone() {
        Relay relay = service.startRelay();
        await().atMost(PATIENCE).until(relay::isLeading);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(single("SELECT coalesce(max(active_pid)::text, '')"
                                + " FROM pg_replication_slots WHERE slot_name = 'outbox'"))
                        .isNotEmpty());

        execute("SELECT pg_terminate_backend(active_pid, 5000) FROM pg_replication_slots WHERE slot_name = 'outbox'");
        execute("SELECT pg_drop_replication_slot('outbox')");
        UUID missed = service.append("task.created", "{}");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.receivedIds()).containsExactly(missed.toString()));
    }

    @Test
    void remembersHowFarItIs() {
        await().atMost(PATIENCE).until(service.startRelay()::isLeading);
        String before = single("SELECT until::text FROM outbox.relayed");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(single("SELECT until::text FROM outbox.relayed"))
                        .isGreaterThan(before));
    }

    private void outgrowSlot() {
        execute("ALTER SYSTEM SET max_slot_wal_keep_size = '16MB'");
        execute("SELECT pg_reload_conf()");
        for (int segment = 0; segment < SEGMENTS; segment++) {
            execute("SELECT pg_logical_emit_message(false, 'noise', repeat('x', 100))");
            execute("SELECT pg_switch_wal()");
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            execute("CHECKPOINT");
            assertThat(single("SELECT wal_status FROM pg_replication_slots WHERE slot_name = 'outbox'"))
                    .isEqualTo("lost");
        });
    }

    private String single(String query) {
        return service.superuser().sql(query).query(String.class).single();
    }

    private void execute(String sql) {
        if (sql.startsWith("SELECT")) {
            service.superuser().sql(sql).query().listOfRows();
        } else {
            service.superuser().sql(sql).update();
        }
    }
}
