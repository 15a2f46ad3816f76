package com.ceoplatform.channel.activity;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the moment of the last message of every channel. Hundreds of messages a second become one write per channel and
 * second; what a crash loses is read again from Kafka, and every replica may do the same work.
 */
@Service
class ChannelActivity {

    private final JdbcTemplate jdbc;
    private final Map<UUID, Instant> unwritten = new ConcurrentHashMap<>();

    ChannelActivity(JdbcTemplate jdbc) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
    }

    /** Takes note of a {@code message.posted}; other events are no activity. */
    void on(Event<byte[]> event) {
        if (event.type().equals("message.posted")) {
            unwritten.merge(UUID.fromString(event.position().key()), event.time(), ChannelActivity::later);
        }
    }

    @Scheduled(fixedDelayString = "PT1S")
    @Transactional
    public void write() {
        Map<UUID, Instant> latest = new HashMap<>(unwritten);
        if (latest.isEmpty()) {
            return;
        }
        // In the order of the ids, so that two replicas never wait for each other.
        List<Object[]> rows = latest.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> row(entry.getKey(), Timestamp.from(entry.getValue())))
                .toList();
        jdbc.batchUpdate("UPDATE channel SET last_activity_at = ? WHERE id = ? AND last_activity_at < ?", rows);
        latest.forEach(unwritten::remove);
    }

    private static Object[] row(UUID channelId, Timestamp at) {
        return new Object[] {at, channelId, at};
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
