package com.ceoplatform.gateway.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import jakarta.persistence.EntityManagerFactory;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GatewayIntegrationTest
class UserQueriesIntegrationTests {

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private EntityManagerFactory entities;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Users users;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void readsAPersonOrAPageOfThemInOneQuery() {
        String department = "d" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            gateway.somebody("staff", department);
        }
        String ceo = gateway.ceo();

        assertThat(queries("/api/v1/users/me", ceo)).isLessThanOrEqualTo(1);
        assertThat(queries("/api/v1/users?limit=1&department=" + department, ceo))
                .isEqualTo(1);
        assertThat(queries("/api/v1/users?limit=5&department=" + department, ceo))
                .isEqualTo(1);
        assertThat(queries("/api/v1/auth/sessions", ceo)).isEqualTo(1);
    }

    static Stream<UserQuery> lists() {
        Cursor after = Cursor.of("name 5", new UUID(1, 1));
        return Stream.of(
                new UserQuery(null, null, null, null, null, true, null),
                new UserQuery(null, null, null, null, null, true, after),
                new UserQuery(null, "department 3", null, null, null, true, null),
                new UserQuery(null, null, Role.CEO, null, null, true, null),
                new UserQuery("name 17123", null, null, null, null, true, null),
                new UserQuery(null, null, null, null, new UUID(7, 7), true, null));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void readsEachListByAnIndex(UserQuery query) {
        Long scans = transaction.execute(status -> {
            fill();
            long before = sequentialScans();
            users.findBy(
                    query.specification(),
                    found -> found.sortBy(UserQuery.ORDER).limit(51).all());
            long after = sequentialScans();
            status.setRollbackOnly();
            return after - before;
        });

        assertThat(scans).isZero();
    }

    private void fill() {
        jdbc.sql("""
                INSERT INTO person (id, email, email_key, name, role, department, timezone, locale, active, created_at,
                                    updated_at, sort_key, search_text, version)
                SELECT gen_random_uuid(), n || '@filled.example', n || '@filled.example', 'name ' || n,
                       CASE n % 1000 WHEN 0 THEN 'CEO' ELSE 'STAFF' END, 'department ' || n % 50, 'UTC', 'en', true,
                       now(), now(), 'name ' || n, 'name ' || n, 0
                FROM generate_series(1, 20000) n
                """).update();
        jdbc.sql("ANALYZE person").update();
    }

    /** Of this transaction alone. */
    private long sequentialScans() {
        return jdbc.sql("SELECT seq_scan FROM pg_stat_xact_user_tables WHERE relname = 'person'")
                .query(Long.class)
                .single();
    }

    private long queries(String path, String token) {
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        assertThat(gateway.get(path, token).status()).isEqualTo(200);
        long count = statistics.getPrepareStatementCount();
        statistics.setStatisticsEnabled(false);
        return count;
    }
}
