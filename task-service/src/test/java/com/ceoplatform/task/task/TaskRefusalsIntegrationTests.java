package com.ceoplatform.task.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@TaskServiceTest
class TaskRefusalsIntegrationTests {

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    private Someone sarah;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
    }

    private Answer create(Map<String, ?> body) {
        return api.post(sarah, "/tasks", body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"x\"", "null", "{\"title\":}", "{'title':'x'}"})
    void refusesWhatIsNoJsonObject(String body) {
        Answer refused = api.send("POST", sarah.token(), "/tasks", body);

        assertThat(refused.status()).isIn(400, 422);
        assertThat(refused.code()).isIn("malformed_request", "validation_failed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title":"x","status":"done"}                        | status
            {"title":"x","status":"PENDING"}                     | status
            {"title":"x","status":3}                             | status
            {"title":"x","priority":"huge"}                      | priority
            {"title":"x","assigneeIds":["x"]}                    | assigneeIds[0]
            {"title":"x","assigneeIds":"x"}                      | assigneeIds
            {"title":"x","dueAt":"tomorrow"}                     | dueAt
            {"title":"x","dueAt":"+12000-01-01T00:00:00Z"}       | dueAt
            {"title":"x","channelId":"here"}                     | channelId
            {"title":["x"]}                                      | title
            {"title":"a\\u0000b"}                                | title
            {"title":"a\\ud800b"}                                | title
            {"title":"x","labels":[" "]}                         | labels[0]
            {"title":"x","labels":[null]}                        | labels
            {"title":" "}                                        | title
            {"description":"x"}                                  | title
            """)
    void namesTheFieldThatIsWrong(String body, String field) {
        Answer refused = api.send("POST", sarah.token(), "/tasks", body);

        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("validation_failed");
        assertThat(refused.wrongFields()).contains(field);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        List<UUID> many = Stream.generate(Ids::next).limit(51).toList();

        Answer refused = create(Map.of(
                "title", "x".repeat(501),
                "description", "x".repeat(20_001),
                "assigneeIds", many,
                "labels", Collections.nCopies(21, "x")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.wrongFields()).containsExactlyInAnyOrder("title", "description", "assigneeIds", "labels");
    }

    @Test
    void takesTextsOfExactlyTheLimitCountedInCharacters() {
        Answer created = create(Map.of("title", "😀".repeat(500), "description", "x".repeat(20_000)));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("title")).isEqualTo("😀".repeat(500));
    }

    @Test
    void refusesUnknownAndFormerPeople() {
        Answer refused = create(Map.of(
                "title",
                "x",
                "assigneeIds",
                List.of(sarah.id(), Ids.next(), organisation.former().id()),
                "watcherIds",
                List.of(Ids.next())));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.wrongFields()).containsExactly("assigneeIds[1]", "assigneeIds[2]", "watcherIds[0]");
    }

    @Test
    void refusesChannelsThatAreNotTheCallers() {
        Someone mike = organisation.staff();

        assertThat(create(Map.of("title", "x", "channelId", Ids.next())).wrongFields())
                .containsExactly("channelId");
        assertThat(create(Map.of("title", "x", "channelId", organisation.privateChannel(mike)))
                        .wrongFields())
                .containsExactly("channelId");
        Answer archived = create(Map.of("title", "x", "channelId", organisation.archivedChannel(sarah)));
        assertThat(archived.status()).isEqualTo(409);
        assertThat(archived.code()).isEqualTo("channel_archived");
    }

    @Test
    void refusesToAssignThoseWhoCouldNotSeeTheTask() {
        Someone mike = organisation.staff();
        UUID channel = organisation.privateChannel(sarah);
        Answer task = api.task(sarah, "channelId", channel);
        Answer plain = api.task(sarah, "assigneeIds", List.of(mike.id()));

        Answer created = create(Map.of("title", "x", "channelId", channel, "assigneeIds", List.of(mike.id())));

        assertThat(created.wrongFields()).containsExactly("assigneeIds");
        assertThat(created.body().toString()).contains(mike.id().toString());
        assertThat(api.patch(sarah, "/tasks/" + task.id(), Map.of("addAssigneeIds", List.of(mike.id())))
                        .wrongFields())
                .containsExactly("assigneeIds");
        assertThat(api.patch(sarah, "/tasks/" + plain.id(), Map.of("channelId", channel))
                        .wrongFields())
                .containsExactly("assigneeIds");
        assertThat(create(Map.of(
                                "title",
                                "x",
                                "channelId",
                                channel,
                                "assigneeIds",
                                List.of(organisation.ceo().id())))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesToClearWhatMustNotBeEmpty() {
        Answer task = api.task(sarah);
        for (String field : List.of("title", "status", "priority")) {
            Map<String, Object> body = new HashMap<>();
            body.put(field, null);
            assertThat(api.patch(sarah, "/tasks/" + task.id(), body).wrongFields())
                    .containsExactly(field);
        }
    }

    @Test
    void refusesParentsThatWouldFormACircle() {
        Answer parent = api.task(sarah);
        Answer child = api.task(sarah, "parentTaskId", parent.id());
        Answer grandchild = api.task(sarah, "parentTaskId", child.id());

        assertThat(api.patch(sarah, "/tasks/" + parent.id(), Map.of("parentTaskId", grandchild.id()))
                        .wrongFields())
                .containsExactly("parentTaskId");
        assertThat(api.patch(sarah, "/tasks/" + parent.id(), Map.of("parentTaskId", parent.id()))
                        .wrongFields())
                .containsExactly("parentTaskId");
        assertThat(api.get(sarah, "/tasks?parentTaskId=" + parent.id()).items("id"))
                .containsExactly(child.id().toString());
    }

    @Test
    void refusesMoreThanFiftyAssigneesInSum() {
        List<UUID> fifty =
                Stream.generate(() -> organisation.staff().id()).limit(50).toList();
        Answer task = api.task(sarah, "assigneeIds", fifty);

        Answer refused = api.patch(sarah, "/tasks/" + task.id(), Map.of("addAssigneeIds", List.of(sarah.id())));

        assertThat(refused.wrongFields()).containsExactly("assigneeIds");
    }

    @Test
    void refusesWhatIsTooLargeUnsupportedOrElsewhere() {
        assertThat(create(Map.of("title", "x", "description", "x".repeat(1_100_000)))
                        .code())
                .isEqualTo("payload_too_large");
        assertThat(api.send("POST", sarah.token(), "/tasks", "title=x", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(api.send("PUT", sarah.token(), "/tasks", "{}").status()).isEqualTo(405);
        assertThat(api.get(sarah, "/tasks/not-an-id").code()).isEqualTo("invalid_parameter");
        assertThat(api.get(sarah, "/tasks/" + Ids.next()).code()).isEqualTo("task_not_found");
    }

    @Test
    void ignoresFieldsItDoesNotKnowAndThoseThatAreNotTheClients() {
        Answer created = create(Map.of("title", "x", "colour", "red", "createdBy", Ids.next(), "version", 7));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("createdBy")).isEqualTo(sarah.id().toString());
        assertThat(created.version()).isZero();
    }
}
