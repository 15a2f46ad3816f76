package com.ceoplatform.notification.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.notification.testing.NotificationServiceTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NotificationServiceTest
class NotificationIndexIntegrationTests {

    private static final UUID PERSON = Ids.next();

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fill() {
        jdbc.sql("""
                INSERT INTO notification (id, user_id, kind, items, subject_ids, command_id, read, read_at, created_at, version)
                SELECT gen_random_uuid(),
                    CASE WHEN n % 20 = 0 THEN :person ELSE gen_random_uuid() END,
                    'MENTION', '[]', ARRAY[gen_random_uuid()], gen_random_uuid(), n % 3 <> 0,
                    CASE WHEN n % 3 <> 0 THEN now() END, now() - n * interval '1 second', 0
                FROM generate_series(1, 20000) n
                WHERE NOT EXISTS (SELECT 1 FROM notification WHERE user_id = :person)
                """).param("person", PERSON).update();
        jdbc.sql("ANALYZE notification").update();
    }

    @Test
    void listsByIndexWithoutSorting() {
        assertThat(planOfPage(null, null)).contains("notification_newest").doesNotContain("Sort");
        assertThat(planOfPage(true, null)).contains("notification_by_read").doesNotContain("Sort");
        Cursor after = Cursor.of(Instant.parse("2027-01-01T00:00:00Z"), Ids.next());
        assertThat(planOfPage(null, after)).contains("notification_newest").doesNotContain("Sort");
    }

    @Test
    void countsUnreadOnesByIndex() {
        assertThat(plan(
                        "SELECT count(*) FROM notification"
                                + " WHERE user_id = :user AND in_app AND read = false AND withdrawn_at IS NULL",
                        Map.of("user", PERSON)))
                .contains("notification_by_read");
    }

    @Test
    void findsWhatIsToBeTakenBackByIndex() {
        assertThat(plan(
                        "SELECT * FROM notification WHERE subject_ids @> ARRAY[:id] AND withdrawn_at IS NULL",
                        Map.of("id", Ids.next())))
                .contains("notification_subjects");
        assertThat(plan(
                        "SELECT * FROM notification WHERE command_id = :id AND withdrawn_at IS NULL",
                        Map.of("id", Ids.next())))
                .contains("notification_command");
    }

    private String planOfPage(@Nullable Boolean unread, @Nullable Cursor after) {
        Map<String, Object> parameters = new HashMap<>();
        String sql = NotificationListing.sql(PERSON, unread, after, parameters);
        parameters.replaceAll((name, value) -> value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        return plan(sql + " LIMIT 51", parameters);
    }

    private String plan(String sql, Map<String, ?> parameters) {
        return String.join(
                "\n",
                jdbc.sql("EXPLAIN " + sql)
                        .params(parameters)
                        .query(String.class)
                        .list());
    }
}
