package com.ceoplatform.channel.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import jakarta.persistence.EntityManagerFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ChannelServiceTest
@TestPropertySource(properties = "spring.jpa.properties.hibernate.generate_statistics=true")
class ChannelListingIntegrationTests {

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private EntityManagerFactory entities;

    private Someone someone;

    @BeforeEach
    void newPerson() {
        someone = organisation.staff();
    }

    @Test
    void combinesFilters() {
        UUID launch = create("50% Launch_plan 🚀", "project");
        UUID archived = create("50% launch_plan old", "project");
        api.post(someone, "/channels/" + archived + "/archive", null);
        create("Launchpad", "announcement");

        assertThat(list("?mine=true&q=" + encode("% LAUNCH_")).items("id"))
                .containsExactly(archived.toString(), launch.toString());
        assertThat(list("?mine=true&status=active&type=project&q=launch").items("id"))
                .containsExactly(launch.toString());
        assertThat(list("?mine=true&type=announcement").items("name")).containsExactly("Launchpad");
        assertThat(list("?mine=true&q=" + encode("\\")).items("id")).isEmpty();
        assertThat(list("?mine=true").items("myRole")).containsOnly("owner");
    }

    @Test
    void pagesFromTheLiveliestChannelOn() {
        UUID first = create("a", "project");
        UUID second = create("b", "project");
        UUID third = create("c", "project");
        jdbc.sql("UPDATE channel SET last_activity_at = now() + interval '1 hour' WHERE id = :id")
                .param("id", first)
                .update();

        Answer page = list("?mine=true&limit=2");
        Answer rest = list("?mine=true&limit=2&cursor=" + page.text("nextCursor"));

        assertThat(page.items("id")).containsExactly(first.toString(), third.toString());
        assertThat(rest.items("id")).containsExactly(second.toString());
        assertThat(rest.body().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void refusesParametersThatMakeNoSense() {
        for (String query :
                List.of("?limit=0", "?limit=201", "?type=party", "?status=gone", "?cursor=x", "?mine=7", "?q=%00")) {
            Answer answer = list(query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.code()).as(query).isEqualTo("invalid_parameter");
        }
    }

    @Test
    void needsTheSameNumberOfQueriesForAnyPage() {
        create("one", "project");
        long forOne = statementsOf("?mine=true&limit=1");
        for (int count = 0; count < 20; count++) {
            create("many " + count, "project");
        }

        assertThat(statementsOf("?mine=true&limit=200")).isEqualTo(forOne).isLessThanOrEqualTo(2);
    }

    @Test
    void usesItsIndexes() {
        fill();
        Caller caller = new Caller(someone.id(), "a@x", "A", Role.STAFF, null, "s", ZoneOffset.UTC);

        assertThat(plan(caller, new ChannelFilter(null, null, null, null, null, false)))
                .contains("channel_last_activity")
                .doesNotContain("Seq Scan on channel c");
        assertThat(plan(caller, new ChannelFilter(null, null, null, null, null, true)))
                .contains("channel_member_user")
                .doesNotContain("Seq Scan on channel c");
        assertThat(plan(
                        caller,
                        new ChannelFilter(null, ChannelType.EMERGENCY, ChannelPrivacy.PUBLIC, null, null, false)))
                .contains("channel_type_privacy");
        assertThat(plan(caller, new ChannelFilter("unique-needle", null, null, null, null, false)))
                .contains("channel_name");
        assertThat(explain("SELECT channel_id FROM channel_member WHERE user_id = '" + someone.id()
                        + "' AND deleted_at IS NULL"))
                .contains("channel_member_user");
    }

    /** Twenty thousand channels, a few of them the person's own. */
    private void fill() {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("""
                            INSERT INTO channel (id, name, description, type, privacy, status, created_by, member_count,
                                created_at, updated_at, last_activity_at, version)
                            SELECT gen_random_uuid(), 'Filler ' || n, '',
                                CASE WHEN n % 500 = 0 THEN 'EMERGENCY' ELSE 'PROJECT' END,
                                CASE WHEN n % 2 = 0 THEN 'PUBLIC' ELSE 'PRIVATE' END,
                                'ACTIVE', gen_random_uuid(), 1, now(), now(), now() - n * interval '1 minute', 0
                            FROM generate_series(1, 20000) n
                            """).update();
            jdbc.sql("""
                            INSERT INTO channel_member (id, channel_id, user_id, role, joined_at, version)
                            SELECT gen_random_uuid(), id, CASE WHEN random() < 0.001 THEN :id ELSE created_by END,
                                'OWNER', now(), 0
                            FROM channel WHERE name LIKE 'Filler %'
                            """).param("id", someone.id()).update();
        });
        jdbc.sql("ANALYZE channel, channel_member").update();
    }

    private String plan(Caller caller, ChannelFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String sql = ChannelListing.sql(caller, filter, null, parameters) + " LIMIT 51";
        return explain(sql, parameters);
    }

    private String explain(String sql) {
        return explain(sql, Map.of());
    }

    private String explain(String sql, Map<String, Object> parameters) {
        List<String> lines = new ArrayList<>(jdbc.sql("EXPLAIN " + sql)
                .params(parameters)
                .query(String.class)
                .list());
        return String.join("\n", lines);
    }

    private long statementsOf(String query) {
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        assertThat(list(query).status()).isEqualTo(200);
        return statistics.getPrepareStatementCount();
    }

    private UUID create(String name, String type) {
        return api.post(someone, "/channels", Map.of("name", name, "type", type))
                .id();
    }

    private Answer list(String query) {
        return api.get(someone, "/channels" + query);
    }

    private static String encode(@Nullable String text) {
        return URLEncoder.encode(String.valueOf(text), StandardCharsets.UTF_8);
    }
}
