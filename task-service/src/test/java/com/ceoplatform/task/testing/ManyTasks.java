package com.ceoplatform.task.testing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 20,000 tasks of 100 people, with a comment, an entry of history and a meeting each; written past the service. */
public final class ManyTasks {

    private ManyTasks() {}

    public static void fill(JdbcClient jdbc) {
        jdbc.sql("""
                        INSERT INTO task (id, title, description, status, priority, assignee_ids, watcher_ids, labels,
                                          due_at, channel_id, created_by, created_at, updated_at, version)
                        SELECT uuidv7(make_interval(secs => n - 20000)), 'Task number ' || n, 'word' || n % 5000,
                               (ARRAY['PENDING','IN_PROGRESS','REVIEW','COMPLETED','CANCELLED','ON_HOLD'])[1 + n % 6],
                               (ARRAY['LOW','MEDIUM','HIGH','URGENT','CRITICAL'])[1 + n % 5],
                               ARRAY[('00000000-0000-0007-0000-' || lpad(to_hex(n % 97), 12, '0'))::uuid],
                               CASE WHEN n % 1000 = 7 THEN ARRAY['00000000-0000-0007-0000-000000000001'::uuid] ELSE '{}' END,
                               CASE WHEN n % 1000 = 9 THEN ARRAY['rare'] ELSE '{}' END,
                               CASE WHEN n % 3 > 0 THEN timestamptz '2026-01-01' + make_interval(hours => n) END,
                               CASE WHEN n % 2 > 0
                                    THEN ('00000000-0000-0008-0000-' || lpad(to_hex(n % 50), 12, '0'))::uuid END,
                               ('00000000-0000-0007-0000-' || lpad(to_hex(n % 101), 12, '0'))::uuid,
                               timestamptz '2026-01-01' + make_interval(mins => n),
                               timestamptz '2026-01-01' + make_interval(mins => n), 0
                        FROM generate_series(1, 20000) n
                        """).update();
        jdbc.sql("""
                        INSERT INTO task_comment (id, task_id, author_id, content, mentioned_user_ids, created_at)
                        SELECT gen_random_uuid(), id, created_by, 'x', '{}', created_at FROM task
                        """).update();
        jdbc.sql("""
                        INSERT INTO task_activity (id, task_id, type, changed, at)
                        SELECT gen_random_uuid(), id, 'task.created', '{}', created_at FROM task
                        """).update();
        jdbc.sql("""
                        INSERT INTO meeting (id, title, start_at, end_at, organiser_id, attendee_ids, created_at,
                                             updated_at, version)
                        SELECT id, title, created_at, created_at + interval '1 hour', created_by, assignee_ids, created_at,
                               created_at, 0
                        FROM task
                        """).update();
        for (String table :
                List.of("task", "task_assignee", "task_dependency", "task_comment", "task_activity", "meeting")) {
            jdbc.sql("ANALYZE " + table).update();
        }
    }

    public static void clear(JdbcClient jdbc) {
        jdbc.sql("TRUNCATE task, meeting CASCADE").update();
        jdbc.sql("TRUNCATE task_activity").update();
    }
}
