package com.ceoplatform.deploy.bench.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanComparisonTests {

    private static final String PLAN = """
            {"status":"planned","clarification":null,"plan":{"actions":[{"id":"a1","type":"task.create","parameters":
            {"title":"Review the budget","assignees":[{"kind":"user","id":"7"}],"dueAt":"2027-03-05T17:00:00-05:00"}}]}}
            """;

    @Test
    void takesPlansForTheSameWhateverTheirCapitalsAndSeconds() {
        assertThat(same(PLAN)).isTrue();
        assertThat(same(PLAN.replace("Review the budget", "review the budget.")))
                .isTrue();
        assertThat(same(PLAN.replace("T17:00:00-05:00", "T22:02:00Z"))).isTrue();
        assertThat(same(PLAN.replace("\"assignees\"", "\"channel\":null,\"assignees\"")))
                .isTrue();
    }

    @Test
    void noticesEveryOtherDifference() {
        assertThat(same(PLAN.replace("budget", "gadget"))).isFalse();
        assertThat(same(PLAN.replace("\"7\"", "\"8\""))).isFalse();
        assertThat(same(PLAN.replace("T17", "T18"))).isFalse();
        assertThat(same(PLAN.replace("task.create", "task.update"))).isFalse();
        assertThat(same(PLAN.replace("planned", "awaiting_confirmation"))).isFalse();
        assertThat(same(PLAN.replace("\"assignees\"", "\"priority\":\"high\",\"assignees\"")))
                .isFalse();
        assertThat(same("{}")).isFalse();
    }

    @Test
    void namesTheActions() {
        assertThat(PlanComparison.types(json(PLAN))).containsExactly("task.create");
        assertThat(PlanComparison.types(json("{\"plan\":null}"))).isEmpty();
    }

    private static boolean same(String other) {
        return PlanComparison.same(json(PLAN), json(other));
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
