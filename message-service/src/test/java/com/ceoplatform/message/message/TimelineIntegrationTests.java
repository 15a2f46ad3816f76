package com.ceoplatform.message.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.MessageServiceTest;
import com.ceoplatform.message.testing.Organisation;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@MessageServiceTest
@TestPropertySource(properties = "spring.jpa.properties.hibernate.generate_statistics=true")
class TimelineIntegrationTests {

    @Autowired
    private MessageApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private EntityManagerFactory entities;

    @Autowired
    private JdbcClient jdbc;

    private Someone member;
    private UUID channel;

    @BeforeEach
    void newChannel() {
        member = organisation.staff();
        channel = organisation.channel("private", member);
    }

    @Test
    void pagesBackwardsFromTheNewest() {
        List<UUID> ids = post(5);

        Answer newest = list("?limit=2");
        Answer older = list("?limit=2&cursor=" + newest.text("nextCursor"));
        Answer oldest = list("?limit=2&cursor=" + older.text("nextCursor"));

        assertThat(newest.items("content")).containsExactly("m4", "m3");
        assertThat(older.items("content")).containsExactly("m2", "m1");
        assertThat(oldest.items("content")).containsExactly("m0");
        assertThat(oldest.body().path("nextCursor").isNull()).isTrue();
        assertThat(list("?before=" + ids.get(2)).items("content")).containsExactly("m1", "m0");
        assertThat(list("?before=3").items("content")).containsExactly("m1", "m0");
    }

    @Test
    void pagesForwardsAfterAMessage() {
        List<UUID> ids = post(5);

        Answer next = list("?limit=2&after=" + ids.getFirst());
        Answer rest = list("?limit=2&cursor=" + next.text("nextCursor"));

        assertThat(next.items("content")).containsExactly("m1", "m2");
        assertThat(rest.items("content")).containsExactly("m3", "m4");
        assertThat(list("?after=" + ids.getLast()).items("id")).isEmpty();
    }

    @Test
    void refusesPlacesThatMakeNoSense() {
        for (String query : List.of(
                "?limit=0", "?limit=201", "?before=soon", "?after=" + Ids.next(), "?before=2&after=1", "?cursor=x")) {
            Answer answer = list(query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.code()).as(query).isEqualTo("invalid_parameter");
        }
    }

    @Test
    void needsTheSameNumberOfQueriesForAnyPage() {
        post(1);
        long forOne = statementsOf("?limit=1");
        for (UUID id : post(10)) {
            api.put(member, "/messages/" + id + "/reactions/x");
        }

        assertThat(statementsOf("?limit=200")).isEqualTo(forOne).isLessThanOrEqualTo(3);
    }

    @Test
    void usesItsIndexes() {
        jdbc.sql("""
                        INSERT INTO message (id, channel_id, sequence, sender_id, content, reply_count, priority,
                            mentioned_user_ids, created_at, version, thread_root_id, pinned_at)
                        SELECT gen_random_uuid(), CASE WHEN n % 100 = 0 THEN :channel ELSE gen_random_uuid() END, n,
                            :sender, 'filler ' || n, 0, 'MEDIUM', '{}', now(), 0,
                            CASE WHEN n % 1000 = 0 THEN CAST(:channel AS uuid) END,
                            CASE WHEN n % 1000 = 0 THEN now() END
                        FROM generate_series(1, 30000) n
                        """).param("channel", channel).param("sender", Ids.next()).update();
        jdbc.sql("ANALYZE message").update();
        String ofChannel = "SELECT * FROM message m WHERE m.channel_id = '" + channel + "' AND m.sequence ";

        assertThat(plan(ofChannel + "< 20000 ORDER BY m.sequence DESC LIMIT 51"))
                .contains("message_channel_sequence");
        assertThat(plan(ofChannel + "> 10000 ORDER BY m.sequence LIMIT 51")).contains("message_channel_sequence");
        assertThat(plan(ofChannel + "< 20000 AND m.pinned_at IS NOT NULL AND m.deleted_at IS NULL"
                        + " ORDER BY m.sequence DESC LIMIT 51"))
                .contains("message_pinned");
        assertThat(plan("SELECT * FROM message m WHERE m.thread_root_id = '" + channel
                        + "' AND m.sequence > 0 ORDER BY m.sequence LIMIT 51"))
                .contains("message_thread");
    }

    private String plan(String sql) {
        return String.join("\n", jdbc.sql("EXPLAIN " + sql).query(String.class).list());
    }

    private long statementsOf(String query) {
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        assertThat(list(query).status()).isEqualTo(200);
        return statistics.getPrepareStatementCount();
    }

    private List<UUID> post(int count) {
        List<UUID> ids = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            ids.add(api.message(member, channel, "m" + number));
        }
        return ids;
    }

    private Answer list(String query) {
        return api.get(member, "/channels/" + channel + "/messages" + query);
    }
}
