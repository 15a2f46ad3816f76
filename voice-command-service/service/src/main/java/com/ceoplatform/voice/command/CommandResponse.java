package com.ceoplatform.voice.command;

import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.Parameters;
import com.ceoplatform.voice.language.plan.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A command as REST returns it and as its events carry it.
 *
 * @param reply what to say to the speaker
 * @param suggestion the closest thing that could be said, when it was not understood
 * @param data the figures behind the reply, one entry per question
 * @param undoableUntil null when there is nothing to undo any more
 */
public record CommandResponse(
        UUID id,
        UUID conversationId,
        CommandStatus status,
        String transcript,
        boolean dryRun,
        @Nullable String reply,
        @Nullable String suggestion,
        Plan plan,
        @Nullable Clarification clarification,
        @Nullable Confirmation confirmation,
        List<Answer> data,
        Timings timings,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Instant undoableUntil,
        long version) {

    /** What is to be done, in the order it was said; empty when nothing is. */
    public record Plan(List<Step> actions) {}

    /** One action, with what came of it. */
    public record Step(
            String id,
            ActionType type,

            @Schema(
                    description = "What actions of this type take",
                    implementation = Object.class,
                    additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
            Parameters parameters,

            List<String> dependsOn,
            ActionStatus status,
            @Nullable Reference result,
            @Nullable ActionError error) {

        static Step from(Action action) {
            var planned = action.planned();
            return new Step(
                    action.name(),
                    planned.type(),
                    planned.parameters(),
                    planned.dependsOn(),
                    action.status(),
                    action.result(),
                    action.error());
        }
    }

    /** The figures that answer one question. */
    public record Answer(
            String actionId,
            ActionType type,

            @Schema(type = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
            JsonNode figures) {}

    static CommandResponse from(Command command) {
        List<Action> actions = command.actions();
        return new CommandResponse(
                command.id(),
                command.said().conversationId(),
                command.status(),
                command.said().transcript(),
                command.said().dryRun(),
                command.standing().reply(),
                command.standing().suggestion(),
                new Plan(actions.stream().map(Step::from).toList()),
                command.standing().clarification(),
                command.standing().confirmation(),
                answers(actions),
                command.timings(),
                command.said().createdAt(),
                command.standing().endedAt(),
                command.standing().undoableUntil(),
                command.version());
    }

    private static List<Answer> answers(List<Action> actions) {
        return actions.stream()
                .filter(action -> action.data() != null)
                .map(action -> new Answer(action.name(), action.planned().type(), action.data()))
                .toList();
    }
}
