package com.ceoplatform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.database.Statements;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every list on filled tables: 20,000 people, 20,000 logins, 60,000 API tokens and 40,000 lines of the audit log. */
@GatewayIntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsIntegrationTests {

    /** A program with 300 logins and as many API tokens as it may have. */
    private static final String BUSY = "00000000-0000-7000-8000-000000000003";

    private static final String MANAGER = "00000000-0000-7000-8000-000000000001";

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcClient jdbc;

    private String ceo = "";

    @BeforeAll
    void fill() {
        jdbc.sql("""
                INSERT INTO person (id, kind, email, email_key, name, role, department, manager_id, timezone, locale,
                                    active, created_at, updated_at, sort_key, search_text, version)
                SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
                       CASE n % 500 WHEN 3 THEN 'SERVICE' ELSE 'PERSON' END, n || '@filled.example',
                       n || '@filled.example', 'name ' || n, CASE n % 200 WHEN 0 THEN 'MANAGER' ELSE 'STAFF' END,
                       'department ' || n % 50, CASE WHEN n > 2 AND n % 50 = 1
                           THEN '00000000-0000-7000-8000-000000000001'::uuid END,
                       'UTC', 'en', n % 10 <> 9, now(), now(), 'name ' || n, 'name ' || n, 0
                FROM generate_series(1, 20000) n
                """).update();
        fillSessions("LOGIN", 20_000, 300);
        fillSessions("API_TOKEN", 60_000, 50);
        jdbc.sql("""
                INSERT INTO api_token (id, hash, name, scopes)
                SELECT id, 'filled ' || id, 'token', 'tasks:read' FROM session
                WHERE kind = 'API_TOKEN' AND user_id::text LIKE '00000000-%'
                """).update();
        jdbc.sql("""
                INSERT INTO audit_entry (id, type, user_id, details, at)
                SELECT gen_random_uuid(), (ARRAY['signed_in', 'signed_out', 'locked_out'])[1 + n % 3],
                       ('00000000-0000-7000-8000-' || lpad((n % 1000)::text, 12, '0'))::uuid, '{}',
                       now() - interval '400 days' - n * interval '1 minute'
                FROM generate_series(1, 40000) n
                """).update();
        analyze();
        ceo = gateway.ceo();
    }

    private void fillSessions(String kind, int number, int ofBusy) {
        jdbc.sql("""
                INSERT INTO session (id, token_session_id, user_id, kind, started_at, used_at, expires_at, version)
                SELECT gen_random_uuid(), gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad(
                           (CASE WHEN n <= :busy THEN 3 ELSE 1 + n % 19000 END)::text, 12, '0'))::uuid,
                       :kind, now(), now() - n * interval '1 second', now() + interval '1 day', 0
                FROM generate_series(1, :number) n
                """)
                .param("kind", kind)
                .param("number", number)
                .param("busy", ofBusy)
                .update();
    }

    @AfterAll
    void empty() {
        String filled = "(SELECT id FROM person WHERE email LIKE '%@filled.example')";
        jdbc.sql("DELETE FROM session WHERE user_id IN " + filled).update();
        jdbc.sql("UPDATE person SET manager_id = NULL WHERE manager_id IN " + filled)
                .update();
        jdbc.sql("DELETE FROM person WHERE email LIKE '%@filled.example'").update();
        jdbc.sql("DELETE FROM audit_entry WHERE at < now() - interval '399 days'")
                .update();
        analyze();
    }

    private void analyze() {
        jdbc.sql("ANALYZE person, session, api_token, audit_entry").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users?",
                "/users?active=false",
                "/users?department=department 3",
                "/users?role=manager",
                "/users?role=staff",
                "/users?kind=service",
                "/users?q=NAME 17",
                "/users?managerId=" + MANAGER,
                "/users?q=name&department=department 4&role=staff",
                "/users/" + BUSY + "/sessions?",
                "/users/" + BUSY + "/tokens?",
                "/auth/sessions?",
                "/audit?",
                "/audit?userId=" + BUSY,
                "/audit?type=locked_out",
                "/audit?userId=" + BUSY + "&type=signed_in",
                "/audit?from=2020-01-01T00:00:00Z&to=2090-01-01T00:00:00Z"
            })
    void readsEachPageByAnIndexInTheSameNumberOfQueries(String list) {
        String address = address(list);
        List<String> small = plans(address + "&limit=2");
        assertThat(small).isNotEmpty();
        List<String> large = plans(address + "&limit=100");

        assertThat(large).hasSameSizeAs(small);
        assertThat(large).allMatch(plan -> plan.contains("Index"), "by an index");
        assertThat(large).noneMatch(plan -> plan.contains("Seq Scan"), "row by row");

        Answer first = gateway.get(address + "&limit=2", ceo);
        if (!first.body().path("nextCursor").isNull()) {
            List<String> next = plans(address + "&limit=100&cursor=" + first.text("nextCursor"));
            assertThat(next).hasSameSizeAs(small);
            assertThat(next).noneMatch(plan -> plan.contains("Seq Scan"), "row by row");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/users?, sort_key >=",
        "/users?active=false, sort_key >=",
        "/users?department=department 3, sort_key >=",
        "/users/" + BUSY + "/sessions?, used_at <=",
        "/users/" + BUSY + "/tokens?, id <",
        "/audit?, 'ROW(at, id) <'",
        "/audit?type=signed_in, 'ROW(at, id) <'"
    })
    void goesOnWhereThePageBeforeEnded(String list, String condition) {
        Answer first = gateway.get(address(list) + "&limit=2", ceo);

        String plan = String.join("\n", plans(address(list) + "&limit=2&cursor=" + first.text("nextCursor")));

        assertThat(plan.lines().filter(line -> line.contains("Index Cond")))
                .anySatisfy(line -> assertThat(line).contains(condition));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users?department=department 3&limit=37",
                "/users?managerId=" + MANAGER + "&limit=50",
                "/users/" + BUSY + "/sessions?limit=37",
                "/users/" + BUSY + "/tokens?limit=37",
                "/audit?userId=" + BUSY + "&limit=7"
            })
    void showsEverythingOnceOverAllPages(String list) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = gateway.get(address(list) + cursor, ceo);
            assertThat(page.status()).isEqualTo(200);
            ids.addAll(page.items("id"));
            cursor = page.body().path("nextCursor").isNull() ? "" : "&cursor=" + page.text("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        assertThat(ids).hasSize(expected(list));
    }

    @Test
    void countsDepartmentsInOneQuery() {
        assertThat(statements.countOf(() -> gateway.get("/api/v1/departments", ceo)))
                .isEqualTo(1);
    }

    private List<String> plans(String address) {
        return statements.plansOf(
                () -> assertThat(gateway.get(address, ceo).status()).isEqualTo(200));
    }

    private static String address(String list) {
        return "/api/v1" + list.replace(" ", "%20");
    }

    private int expected(String list) {
        if (list.contains("/sessions")) {
            return count("session WHERE kind = 'LOGIN' AND user_id = '" + BUSY + "'");
        }
        if (list.contains("/tokens")) {
            return count("session WHERE kind = 'API_TOKEN' AND user_id = '" + BUSY + "'");
        }
        if (list.startsWith("/audit")) {
            return count("audit_entry WHERE user_id = '" + BUSY + "'");
        }
        return count(
                list.contains("managerId")
                        ? "person WHERE active AND manager_id = '" + MANAGER + "'"
                        : "person WHERE active AND department = 'department 3'");
    }

    private int count(String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Integer.class).single();
    }
}
