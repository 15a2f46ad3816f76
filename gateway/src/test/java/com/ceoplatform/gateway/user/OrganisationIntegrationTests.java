package com.ceoplatform.gateway.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.support.Login;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@GatewayIntegrationTest
class OrganisationIntegrationTests {

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void neverClosesACircleOfManagersHoweverManyTryAtTheSameMoment() {
        String ceo = gateway.ceo();
        for (int round = 0; round < 5; round++) {
            List<JsonNode> ring = IntStream.range(0, 6)
                    .mapToObj(i -> gateway.somebody("manager", null))
                    .toList();

            List<Integer> statuses = IntStream.range(0, ring.size())
                    .parallel()
                    .mapToObj(i -> gateway.patch(
                            path(ring.get(i)), ceo, Map.of("managerId", id(ring.get((i + 1) % ring.size())))))
                    .map(Answer::status)
                    .toList();

            assertThat(statuses).containsOnlyOnce(422).allMatch(status -> status == 200 || status == 422);
            assertThat(reportsToThemselves()).isZero();
        }
    }

    private int reportsToThemselves() {
        return jdbc.sql("""
                        WITH RECURSIVE above (person, boss) AS (
                            SELECT id, manager_id FROM person WHERE manager_id IS NOT NULL
                            UNION
                            SELECT a.person, p.manager_id FROM above a JOIN person p ON p.id = a.boss
                            WHERE p.manager_id IS NOT NULL)
                        SELECT count(*) FROM above WHERE person = boss
                        """).query(Integer.class).single();
    }

    @Test
    void keepsSomebodyWhoMayDoEverythingHoweverManyStepDownAtTheSameMoment() {
        String ceo = gateway.ceo();
        Login second = gateway.loggedIn("ceo", null);
        String first = gateway.get("/api/v1/users/me", ceo).body().get("id").asString();

        List<Answer> answers = Stream.of(first, second.id())
                .parallel()
                .map(id -> gateway.patch(
                        "/api/v1/users/" + id, id.equals(first) ? ceo : second.token(), Map.of("role", "manager")))
                .toList();

        try {
            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            assertThat(answers).extracting(Answer::code).contains("last_ceo");
        } finally {
            jdbc.sql("UPDATE person SET role = CASE WHEN id = :first THEN 'CEO' ELSE 'STAFF' END"
                            + " WHERE id IN (:first, :second)")
                    .param("first", UUID.fromString(first))
                    .param("second", UUID.fromString(second.id()))
                    .update();
        }
    }

    @Test
    void losesNoChangeOfTwoThatWereMadeUpAgainstTheSameVersion() {
        String ceo = gateway.ceo();
        JsonNode user = gateway.somebody("staff", null);

        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .map(i -> gateway.patch(path(user), ceo, Map.of("jobTitle", "title " + i), "If-Match", "\"0\"")
                        .status())
                .boxed()
                .toList();

        assertThat(statuses).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 412 || status == 409);
    }

    @Test
    void listsWhoReportsToSomebody() {
        String ceo = gateway.ceo();
        JsonNode boss = gateway.somebody("manager", null);
        JsonNode report = gateway.somebody("staff", null);
        gateway.patch(path(report), ceo, Map.of("managerId", id(boss)));

        JsonNode items =
                gateway.get("/api/v1/users?managerId=" + id(boss), ceo).body().get("items");

        assertThat(items).hasSize(1);
        assertThat(id(items.get(0))).isEqualTo(id(report));
    }

    @Test
    void listsDepartmentsWithTheirManagers() {
        String department = "d " + UUID.randomUUID();
        JsonNode boss = gateway.somebody("manager", department);
        gateway.somebody("staff", department);
        JsonNode gone = gateway.somebody("staff", department);
        gateway.delete(path(gone), gateway.ceo());
        Login login = gateway.loggedIn("staff", null);

        JsonNode found = null;
        for (JsonNode item :
                gateway.get("/api/v1/departments", login.token()).body().get("items")) {
            found = item.get("name").asString().equals(department) ? item : found;
        }

        assertThat(found).isNotNull();
        assertThat(found.get("memberCount").asInt()).isEqualTo(2);
        assertThat(found.get("managerIds").get(0).asString()).isEqualTo(id(boss));
        assertThat(gateway.get("/api/v1/departments", null).status()).isEqualTo(401);
    }

    private static String id(JsonNode user) {
        return user.get("id").asString();
    }

    private static String path(JsonNode user) {
        return "/api/v1/users/" + id(user);
    }
}
