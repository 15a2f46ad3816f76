package com.ceoplatform.voice.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.voice.language.plan.Parameters.Query;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpokenTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String PEOPLE = """
            {"figures":{"open":7,"overdue":2,"blocked":1,"dueSoon":0,"unassigned":1},
             "unassigned":1,
             "people":[{"name":"Sarah Chen","open":4,"overdue":2},{"name":"Mike Torres","open":1,"overdue":0},
                       {"name":"Ann Lee","open":0,"overdue":0}]}""";

    @Test
    void saysHowEverybodyStands() {
        assertThat(Spoken.teamStatus(json(PEOPLE), about()))
                .isEqualTo("7 open tasks, 2 overdue, 1 blocked, 1 unassigned."
                        + " Sarah Chen has 4 open tasks, 2 overdue; Mike Torres has 1 open task.");
    }

    @Test
    void saysOfSeveralPeopleWhatEachHas() {
        assertThat(Spoken.teamStatus(json(PEOPLE), about("Sarah Chen", "Mike Torres")))
                .isEqualTo("Sarah Chen has 4 open tasks, 2 overdue; Mike Torres has 1 open task.");
        assertThat(Spoken.teamStatus(json("{\"people\":[]}"), about("Ann Lee", "Bo Li")))
                .isEqualTo("Ann Lee and Bo Li have no open tasks.");
    }

    @Test
    void countsWhatWasCancelledNeitherAsDoneNorAsLeft() {
        String report = """
                {"percentComplete":66,"figures":{"total":4,"overdue":1,"blocked":0,
                 "byStatus":{"completed":2,"cancelled":1,"in_progress":1,"review":0,"on_hold":0}}}""";

        assertThat(Spoken.progress(json(report), about()))
                .isEqualTo("The work is 66 percent complete: 2 of 3 tasks done, 1 in progress, 1 overdue.");
    }

    @Test
    void saysWhoHasMostToDo() {
        assertThat(Spoken.workload(json(PEOPLE), about()))
                .isEqualTo(
                        "Sarah Chen has 4 open tasks, 2 overdue; Mike Torres has 1 open task. 1 task is unassigned.");
        assertThat(Spoken.workload(json("{\"people\":[]}"), about("Ann Lee"))).isEqualTo("Ann Lee has no open tasks.");
    }

    @Test
    void namesTasksWithWhoeverHasThemAndNoMoreThanCanBeListenedTo() {
        String list = """
                {"count":6,"more":false,"tasks":[{"title":"A","assignees":["Sarah Chen"]},{"title":"B"},{"title":"C"},
                 {"title":"D"},{"title":"E"},{"title":"F"}]}""";

        assertThat(Spoken.tasks(json(list), about())).isEqualTo("6 tasks: A of Sarah Chen, B, C, D, E and 1 more.");
        assertThat(Spoken.tasks(json("{\"count\":0}"), about())).isEqualTo("There are no such tasks.");
    }

    @Test
    void saysWhatTodayBrings() {
        String report = """
                {"dueToday":[{"title":"Press kit"}],"figures":{"overdue":1},"completedToday":3,"createdToday":2}""";

        assertThat(Spoken.dailySummary(json(report), about()))
                .isEqualTo("Due today: Press kit. 1 task overdue, 3 completed and 2 created today.");
    }

    private static JsonNode json(String text) {
        return MAPPER.readTree(text);
    }

    private static Query about(String... people) {
        List<Reference> users = Arrays.stream(people)
                .map(name -> new Reference(ReferenceKind.USER, name, name))
                .toList();
        return new Query(null, users.isEmpty() ? null : users, null, null, null, null);
    }
}
