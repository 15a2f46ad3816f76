package com.ceoplatform.deploy.infrastructure;

import java.util.LinkedHashMap;
import java.util.Map;

/** Settings of the local server, given on its command line so that they hold whatever its files say. */
final class PostgresSettings {

    private PostgresSettings() {}

    static Map<String, String> all() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "200");
        settings.put("shared_buffers", "512MB");
        // A page of an index is as good as in memory, or on a disk that does not turn.
        settings.put("random_page_cost", "1.1");
        settings.put("fsync", "on");
        settings.put("full_page_writes", "on");
        // The relay is sent only what is flushed, so a delayed flush would delay every event as well.
        settings.put("synchronous_commit", "on");
        settings.put("wal_level", "logical");
        settings.put("max_wal_senders", "20");
        settings.put("max_replication_slots", "20");
        // A relay that stays away must not fill the disk.
        settings.put("max_slot_wal_keep_size", "2GB");
        settings.put("max_wal_size", "1GB");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("log_line_prefix", "%m [%p] %q%u@%d ");
        settings.put("log_min_duration_statement", "500ms");
        settings.put("log_checkpoints", "off");
        return settings;
    }
}
