package com.ceoplatform.voice.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.voice.command.PlanCheck.ImpossiblePlanException;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.testing.Plans;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanCheckTests {

    @Test
    void makesAReferenceToAResultADependency() {
        List<PlannedAction> plan = PlanCheck.ordered(
                List.of(Plans.task("a1", "Plan", Plans.made("a2", "Launch")), Plans.channel("a2", "Launch")));

        assertThat(plan.getFirst().dependsOn()).containsExactly("a2");
        assertThat(plan.getLast().dependsOn()).isEmpty();
    }

    @Test
    void refusesActionsThatWaitForEachOther() {
        assertThatThrownBy(() -> PlanCheck.ordered(List.of(
                        Plans.task("a1", "One", Plans.made("a2", "Two")),
                        Plans.task("a2", "Two", Plans.made("a1", "One")))))
                .isInstanceOf(ImpossiblePlanException.class);
    }

    @Test
    void refusesReferencesToWhatWasNeverMade() {
        assertThatThrownBy(() -> PlanCheck.ordered(List.of(Plans.task("a1", "One", Plans.made("a7", "Gone")))))
                .isInstanceOf(ImpossiblePlanException.class)
                .hasMessageContaining("never made");
    }

    @Test
    void refusesTwoActionsOfOneName() {
        assertThatThrownBy(() -> PlanCheck.ordered(List.of(Plans.channel("a1", "One"), Plans.channel("a1", "Two"))))
                .isInstanceOf(ImpossiblePlanException.class);
    }
}
