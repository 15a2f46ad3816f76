package com.ceoplatform.voice.model;

import static com.ceoplatform.voice.model.Assisted.RIDDLE;
import static com.ceoplatform.voice.model.Assisted.action;
import static com.ceoplatform.voice.model.Assisted.plan;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that does not answer, or not with what was asked for. */
class FailingModelTests {

    private final Assisted assisted = new Assisted();

    @AfterEach
    void stop() {
        assisted.close();
    }

    @Test
    void fallsBackWhenTheModelDoesNotAnswerInTime() {
        assisted.server().hang();
        assisted.assertFallsBack("late");
        assisted.server().trickle();
        assisted.assertFallsBack("late");
    }

    @Test
    void fallsBackWhenTheModelIsNotThere() {
        assisted.server().close();
        assisted.assertFallsBack("unavailable");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500, 503})
    void fallsBackWhenTheModelRefuses(int status) {
        assisted.server().raw(status, "{\"error\":{\"message\":\"no\",\"type\":\"some_error\"}}");
        assisted.assertFallsBack("unavailable");
    }

    @Test
    void fallsBackWhenTheConnectionBreaks() {
        assisted.server().react(exchange -> exchange.close());
        assisted.assertFallsBack("unavailable");
    }

    @Test
    void fallsBackWhenTheAnswerIsEndless() {
        assisted.server().raw(200, "[" + " ".repeat(3 << 20) + "]");
        assisted.assertFallsBack("unavailable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "Sure! Here is the plan:",
                "{\"understood\":true,\"actions\":[",
                "{\"understood\":true}",
                "{\"understood\":\"yes\",\"actions\":[]}",
                "{\"understood\":true,\"actions\":[{}]}",
                "{\"understood\":true,\"actions\":[{\"type\":\"user.delete\"}]}",
                "{\"understood\":true,\"actions\":[],\"execute\":\"rm -rf /\"}",
                "{\"understood\":true,\"actions\":[]} {\"understood\":true,\"actions\":[]}",
                "[[[[[[[[[["
            })
    void fallsBackWhenTheAnswerIsNotOfTheSchema(String content) {
        assisted.server().answer(content);
        assisted.assertFallsBack("unusable");
    }

    @Test
    void fallsBackWhenTheAnswerIsCutOffOrRefused() {
        String plan = plan(action("task.create", "wrap up the churn numbers", null, "sarah"));
        assisted.server().answer(plan, "length");
        assisted.assertFallsBack("unusable");
        assisted.server().answer(plan, "content_filter");
        assisted.assertFallsBack("unusable");
        assisted.server().raw(200, "{\"choices\":[]}");
        assisted.assertFallsBack("unusable");
    }

    @Test
    void leavesAModelAloneThatKeepsFailing() {
        assisted.server().raw(500, "{}");

        assisted.interpretAgainAndAgain(RIDDLE, 5);

        assertThat(assisted.server().questions()).hasSize(3);
        assertThat(assisted.counted("not_asked")).isEqualTo(2);
    }
}
