package com.ceoplatform.voice.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.voice.command.Effect.Changed;
import com.ceoplatform.voice.command.Effect.MembersRemoved;
import com.ceoplatform.voice.command.Effect.Thing;
import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.Parameters.CreateTask;
import com.ceoplatform.voice.language.plan.PlannedAction;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonColumnTests {

    @Test
    void keepsAnActionWithTheOffsetOfItsDueDate() {
        PlannedAction action = new PlannedAction(
                "a1",
                ActionType.TASK_CREATE,
                new CreateTask("Plan", null, null, OffsetDateTime.parse("2027-03-05T17:00:00-05:00"), null, null),
                List.of());
        JsonColumn.OfPlanned column = new JsonColumn.OfPlanned();

        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(action)))
                .isEqualTo(action);
    }

    @Test
    void keepsEveryKindOfEffectApart() {
        var mapper = PlatformJson.mapper();
        List<Effect> effects = List.of(
                new Changed(
                        Thing.TASK,
                        "t1",
                        "Plan",
                        Map.of("priority", mapper.valueToTree("low")),
                        Map.of("priority", mapper.valueToTree("high"))),
                new MembersRemoved("c1", "Launch", Map.of("u1", "owner")));
        JsonColumn.OfEffects column = new JsonColumn.OfEffects();

        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(effects)))
                .isEqualTo(effects);
    }
}
