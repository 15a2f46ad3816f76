package com.ceoplatform.channel.category;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChannelServiceTest
class CategoryIntegrationTests {

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private JdbcClient jdbc;

    private Someone ceo;

    @BeforeEach
    void newOrganisation() {
        jdbc.sql("UPDATE channel SET category_id = NULL").update();
        jdbc.sql("DELETE FROM channel_category").update();
        ceo = organisation.ceo();
    }

    @Test
    void keepsCategoriesInOrder() {
        create("Projects");
        UUID teams = create("Teams").id();
        Answer first = api.post(ceo, "/channel-categories", Map.of("name", "News", "position", 0));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("position").asInt()).isZero();
        assertThat(names()).containsExactly("News", "Projects", "Teams");

        assertThat(update(teams, Map.of("position", 0)).status()).isEqualTo(200);
        assertThat(names()).containsExactly("Teams", "News", "Projects");
        assertThat(update(teams, Map.of("position", 99, "name", "The teams")).text("name"))
                .isEqualTo("The teams");
        assertThat(names()).containsExactly("News", "Projects", "The teams");

        assertThat(api.delete(ceo, "/channel-categories/" + first.id()).status())
                .isEqualTo(204);
        assertThat(positions()).containsExactly("0", "1");
    }

    @Test
    void pagesThroughCategories() {
        create("a");
        create("b");
        create("c");

        Answer first = api.get(ceo, "/channel-categories?limit=2");
        Answer second = api.get(ceo, "/channel-categories?limit=2&cursor=" + first.text("nextCursor"));

        assertThat(first.items("name")).containsExactly("a", "b");
        assertThat(second.items("name")).containsExactly("c");
        assertThat(api.get(ceo, "/channel-categories?cursor=x").code()).isEqualTo("invalid_parameter");
    }

    @Test
    void leavesNoGapsHoweverManyChangeAtOnce() {
        List<Answer> answers = InParallel.run(12, index -> create("Category " + index % 8));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(8);
        assertThat(answers)
                .extracting(Answer::code)
                .filteredOn("category_exists"::equals)
                .hasSize(4);
        UUID moved =
                UUID.fromString(api.get(ceo, "/channel-categories").items("id").getFirst());
        InParallel.run(8, index -> update(moved, Map.of("position", index)));
        assertThat(positions()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void holdsChannelsUntilItGoes() {
        UUID category = create("Projects").id();
        Someone owner = organisation.staff();
        Answer channel = api.post(owner, "/channels", Map.of("name", "x", "categoryId", category));
        UUID other = api.channel(owner, "public");

        assertThat(channel.status()).isEqualTo(201);
        assertThat(api.patch(owner, "/channels/" + other, Map.of("categoryId", Ids.next()))
                        .wrongFields())
                .containsExactly("categoryId");
        assertThat(api.post(owner, "/channels", Map.of("name", "x", "categoryId", Ids.next()))
                        .wrongFields())
                .containsExactly("categoryId");
        assertThat(api.patch(owner, "/channels/" + other, Map.of("categoryId", category))
                        .status())
                .isEqualTo(200);
        assertThat(api.get(owner, "/channels?mine=true&categoryId=" + category).items("id"))
                .containsExactlyInAnyOrder(channel.id().toString(), other.toString());
        api.post(owner, "/channels/" + other + "/archive", null);

        assertThat(api.delete(ceo, "/channel-categories/" + category).status()).isEqualTo(204);

        for (UUID id : List.of(channel.id(), other)) {
            assertThat(api.get(owner, "/channels/" + id)
                            .body()
                            .path("categoryId")
                            .isNull())
                    .isTrue();
            assertThat(new OutboxProbe()
                            .last(id, "channel.updated")
                            .payload()
                            .at("/changed/categoryId/from")
                            .asString())
                    .isEqualTo(category.toString());
        }
        assertThat(api.patch(owner, "/channels/" + channel.id(), Map.of("categoryId", category))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void losesNoChannelToACategoryThatGoesAtTheSameTime() {
        Someone owner = organisation.staff();
        UUID channel = api.channel(owner, "public");
        UUID category = create("Projects").id();

        InParallel.run(
                8,
                index -> index == 4
                        ? api.delete(ceo, "/channel-categories/" + category)
                        : api.patch(owner, "/channels/" + channel, Map.of("categoryId", category)));

        assertThat(api.get(owner, "/channels/" + channel)
                        .body()
                        .path("categoryId")
                        .isNull())
                .isTrue();
    }

    @Test
    void isForTheCeoAndManagersToChange() {
        UUID category = create("Projects").id();
        Someone staff = organisation.staff();
        String path = "/channel-categories/" + category;

        assertThat(api.get(staff, "/channel-categories").items("id")).containsExactly(category.toString());
        assertThat(api.post(staff, "/channel-categories", Map.of("name", "x")).status())
                .isEqualTo(403);
        assertThat(api.patch(staff, path, Map.of("name", "x")).status()).isEqualTo(403);
        assertThat(api.delete(staff, path).status()).isEqualTo(403);
        assertThat(api.patch(organisation.manager("Sales"), path, Map.of("name", "x"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatDoesNotFit() {
        Answer projects = create("Projects");
        UUID teams = create("Teams").id();

        assertThat(create("PROJECTS").code()).isEqualTo("category_exists");
        assertThat(update(teams, Map.of("name", "projects")).code()).isEqualTo("category_exists");
        assertThat(update(teams, Map.of("name", "TEAMS")).status()).isEqualTo(200);
        assertThat(update(teams, Map.of("position", -1)).code()).isEqualTo("validation_failed");
        Map<String, Object> nameless = new HashMap<>();
        nameless.put("name", null);
        assertThat(update(teams, nameless).wrongFields()).containsExactly("name");
        assertThat(update(Ids.next(), Map.of("name", "x")).code()).isEqualTo("category_not_found");
        assertThat(api.delete(ceo, "/channel-categories/" + Ids.next()).code()).isEqualTo("category_not_found");
        update(projects.id(), Map.of("name", "Our projects"));
        assertThat(api.patch(
                                ceo,
                                "/channel-categories/" + projects.id(),
                                Map.of("name", "x"),
                                "If-Match",
                                projects.etag())
                        .code())
                .isEqualTo("stale_version");
        assertThat(api.delete(ceo, "/channel-categories/" + projects.id(), "If-Match", projects.etag())
                        .status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource({"POST, ''", "GET, ''", "PATCH, /x", "DELETE, /x"})
    void knowsItsCallers(String method, String path) {
        assertThat(api.send(method, null, "/channel-categories" + path, "{}").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {                          | 400
                    {}                         | 422
                    {"name":" "}               | 422
                    {"name":"x","position":-1} | 422
                    {"name":"x","position":"a"}| 422
                    """)
    void namesWhatIsWrongWithABody(String body, int status) {
        assertThat(api.send("POST", ceo.token(), "/channel-categories", body).status())
                .isEqualTo(status);
    }

    private Answer create(String name) {
        return api.post(ceo, "/channel-categories", Map.of("name", name));
    }

    private Answer update(UUID id, Map<String, ?> body) {
        return api.patch(ceo, "/channel-categories/" + id, body);
    }

    private List<String> names() {
        return api.get(ceo, "/channel-categories").items("name");
    }

    private List<String> positions() {
        return api.get(ceo, "/channel-categories").items("position");
    }
}
