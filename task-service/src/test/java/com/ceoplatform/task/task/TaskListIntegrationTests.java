package com.ceoplatform.task.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.database.Statements;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.task.testing.Api;
import com.ceoplatform.task.testing.Organisation;
import com.ceoplatform.task.testing.TaskServiceTest;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@TaskServiceTest
class TaskListIntegrationTests {

    @Autowired
    private Api api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Statements statements;

    private Someone sarah;
    private Someone mike;

    @BeforeEach
    void people() {
        sarah = organisation.staff();
        mike = organisation.staff();
    }

    private List<String> titles(String query) {
        Answer answer = api.get(sarah, "/tasks?" + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.items("title");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Test
    void combinesFilters() {
        UUID channel = organisation.publicChannel(sarah, mike);
        api.task(sarah, "title", "a", "assigneeIds", List.of(mike.id()), "priority", "high", "labels", List.of("x"));
        api.task(sarah, "title", "b", "assigneeIds", List.of(mike.id()), "priority", "low", "status", "on_hold");
        api.task(sarah, "title", "c", "channelId", channel, "dueAt", "2027-01-10T00:00:00Z", "priority", "high");
        api.task(sarah, "title", "d", "channelId", channel, "dueAt", "2027-01-20T00:00:00Z");
        String mine = "createdBy=" + sarah.id();

        assertThat(titles(mine)).containsExactly("d", "c", "b", "a");
        assertThat(titles("assigneeId=" + mike.id())).containsExactly("b", "a");
        assertThat(titles("assigneeId=" + mike.id() + "&status=on_hold")).containsExactly("b");
        assertThat(titles("assigneeId=" + mike.id() + "&status=on_hold,pending&priority=high"))
                .containsExactly("a");
        assertThat(titles(mine + "&status=on_hold&status=completed")).containsExactly("b");
        assertThat(titles("channelId=" + channel)).containsExactly("d", "c");
        assertThat(titles("channelId=" + channel + "&dueBefore=2027-01-20T00:00:00Z"))
                .containsExactly("c");
        assertThat(titles("channelId=" + channel + "&dueAfter=2027-01-20T00:00:00Z&sort=-dueAt"))
                .containsExactly("d");
        assertThat(titles(mine + "&undated=true")).containsExactly("b", "a");
        assertThat(titles(mine + "&undated=false")).containsExactly("d", "c");
        assertThat(titles(mine + "&unassigned=true&undated=true")).isEmpty();
        assertThat(titles(mine + "&priority=high&sort=createdAt")).containsExactly("a", "c");
        assertThat(titles(mine + "&label=x")).containsExactly("a");
        assertThat(titles(mine + "&status=cancelled")).isEmpty();
    }

    @Test
    void findsWordsPhrasesAndBeginnings() {
        api.task(sarah, "title", "Q3 budget review", "description", "numbers for the board");
        api.task(sarah, "title", "Board meeting", "description", "review of the year");
        api.task(sarah, "title", "עברית שלום", "description", "O'Brien's -- <b>plan</b>");
        String mine = "createdBy=" + sarah.id() + "&q=";

        assertThat(titles(mine + "BUDGET")).containsExactly("Q3 budget review");
        assertThat(titles(mine + "board")).hasSize(2);
        assertThat(titles(mine + encoded("board rev"))).hasSize(2);
        assertThat(titles(mine + encoded("\"budget review\""))).containsExactly("Q3 budget review");
        assertThat(titles(mine + encoded("review -budget"))).containsExactly("Board meeting");
        assertThat(titles(mine + encoded("שלום"))).hasSize(1);
        assertThat(titles(mine + encoded("o'brien"))).hasSize(1);
        for (String odd : List.of("'", "!(\"a b\")", "a & | !", ":*", "\\", "-", "🚀", "');--", "-\"a b\"")) {
            assertThat(api.get(sarah, "/tasks?q=" + encoded(odd)).status())
                    .as(odd)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "createdAt",
                "-createdAt",
                "dueAt",
                "-dueAt",
                "priority",
                "-priority",
                "updatedAt",
                "-updatedAt",
                "-priority,dueAt",
                "priority,-dueAt",
                "-dueAt,priority,createdAt",
                "dueAt,-priority,updatedAt"
            })
    void pagesThroughEveryOrderWithoutGapsOrRepetitions(String sort) {
        for (int i = 0; i < 9; i++) {
            if (i % 3 == 0) {
                api.task(sarah, "title", "t" + i, "priority", "low");
            } else {
                api.task(sarah, "title", "t" + i, "dueAt", "2027-01-0" + (i % 3) + "T00:00:00Z");
            }
        }
        String query = "/tasks?createdBy=" + sarah.id() + "&sort=" + sort;
        List<String> whole = api.get(sarah, query).items("id");

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = api.get(sarah, query + "&limit=2" + cursor);
            paged.addAll(page.items("id"));
            cursor = page.body().path("nextCursor").isNull() ? null : "&cursor=" + page.text("nextCursor");
        } while (cursor != null);

        assertThat(whole).hasSize(9);
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void undatedTasksComeLastBothWays() {
        api.task(sarah, "title", "never");
        api.task(sarah, "title", "late", "dueAt", "2027-02-01T00:00:00Z");
        api.task(sarah, "title", "soon", "dueAt", "2027-01-01T00:00:00Z");
        String mine = "createdBy=" + sarah.id() + "&sort=";

        assertThat(titles(mine + "dueAt")).containsExactly("soon", "late", "never");
        assertThat(titles(mine + "-dueAt")).containsExactly("late", "soon", "never");
    }

    @Test
    void laterKeysDecideWhereEarlierOnesAreEqual() {
        api.task(sarah, "title", "low", "priority", "low", "dueAt", "2027-01-01T00:00:00Z");
        api.task(sarah, "title", "urgent, late", "priority", "urgent", "dueAt", "2027-02-01T00:00:00Z");
        api.task(sarah, "title", "urgent, soon", "priority", "urgent", "dueAt", "2027-01-01T00:00:00Z");
        api.task(sarah, "title", "urgent, never", "priority", "urgent");
        String mine = "createdBy=" + sarah.id() + "&sort=";

        assertThat(titles(mine + "-priority,dueAt"))
                .containsExactly("urgent, soon", "urgent, late", "urgent, never", "low");
        assertThat(titles(mine + "priority,-dueAt"))
                .containsExactly("low", "urgent, late", "urgent, soon", "urgent, never");
        assertThat(titles(mine + "dueAt,-priority"))
                .containsExactly("urgent, soon", "low", "urgent, late", "urgent, never");
    }

    @Test
    void aPageEndsWhereItEndedAlthoughTasksCome() {
        for (int i = 0; i < 4; i++) {
            api.task(sarah, "title", "t" + i);
        }
        Answer first = api.get(sarah, "/tasks?limit=2&createdBy=" + sarah.id());
        api.task(sarah, "title", "later");

        Answer second =
                api.get(sarah, "/tasks?limit=2&createdBy=" + sarah.id() + "&cursor=" + first.text("nextCursor"));

        assertThat(first.items("title")).containsExactly("t3", "t2");
        assertThat(second.items("title")).containsExactly("t1", "t0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=x",
                "sort=name",
                "sort=-",
                "status=lost",
                "priority=7",
                "assigneeId=me",
                "dueBefore=tomorrow",
                "dueAfter=%2B999999999-01-01T00:00:00Z",
                "cursor=abc",
                "cursor=%F0%9F%9A%80",
                "q=%00"
            })
    void refusesParametersThatMakeNoSense(String query) {
        Answer refused = api.get(sarah, "/tasks?" + query);

        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("invalid_parameter");
    }

    @Test
    void refusesACursorOfAnotherOrder() {
        api.task(sarah);
        api.task(sarah);
        String cursor = api.get(sarah, "/tasks?limit=1&sort=dueAt").text("nextCursor");

        assertThat(api.get(sarah, "/tasks?sort=priority&cursor=" + cursor).status())
                .isEqualTo(400);
        assertThat(api.get(sarah, "/tasks?sort=dueAt&cursor=" + cursor).status())
                .isEqualTo(200);
    }

    @Test
    void takesAsManyStatementsForManyTasksAsForOne() {
        Answer first = api.task(sarah, "assigneeIds", List.of(mike.id()), "labels", List.of("a", "b"));
        String query = "/tasks?limit=200&createdBy=" + sarah.id();
        String reports = "/tasks/reports/team-status?userId=" + mike.id();
        int forOne = statements.countOf(() -> api.get(sarah, query));
        int reportForOne = statements.countOf(() -> api.get(sarah, reports));
        for (int i = 0; i < 20; i++) {
            Answer task = api.task(
                    sarah,
                    "assigneeIds",
                    List.of(mike.id(), sarah.id()),
                    "labels",
                    List.of("a"),
                    "blockedBy",
                    List.of(first.id()));
            api.post(sarah, "/tasks/" + first.id() + "/comments", Map.of("content", "c"));
            assertThat(task.status()).isEqualTo(201);
        }

        assertThat(forOne).as("the channels that she sees, and the tasks").isEqualTo(2);
        assertThat(statements.countOf(() -> api.get(sarah, query))).isEqualTo(forOne);
        assertThat(statements.countOf(() -> api.get(sarah, reports))).isEqualTo(reportForOne);
        assertThat(statements.countOf(() -> api.get(sarah, "/tasks/" + first.id() + "/comments")))
                .isLessThanOrEqualTo(3);
        assertThat(api.get(sarah, query).items("id")).hasSize(21);
    }
}
