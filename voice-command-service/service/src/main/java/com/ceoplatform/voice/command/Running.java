package com.ceoplatform.voice.command;

import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A command under way, as its journal has it at one moment. */
public record Running(
        UUID commandId,
        UUID userId,
        Phase phase,
        @Nullable String credential,
        @Nullable String traceparent,
        List<Step> steps) {

    /** One action and where it stands. */
    public record Step(
            PlannedAction planned,
            ActionStatus status,
            @Nullable Reference result,
            List<Effect> effects) {

        public String name() {
            return planned.id();
        }

        public boolean is(ActionStatus wanted) {
            return status == wanted;
        }
    }

    static Running from(Command command) {
        return new Running(
                command.id(),
                command.said().userId(),
                command.phase(),
                command.custody().credential(),
                command.custody().traceparent(),
                command.actions().stream()
                        .map(action -> new Step(action.planned(), action.status(), action.result(), action.effects()))
                        .toList());
    }
}
