package com.ceoplatform.notification.rule;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import com.ceoplatform.common.events.subscription.Subscription;
import com.ceoplatform.notification.notification.Withdrawal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a voice command told people is taken back with the command; what still stands of it is left. */
@Component
class CommandRules {

    private final Withdrawal withdrawal;

    CommandRules(Withdrawal withdrawal) {
        this.withdrawal = requireNonNull(withdrawal, "withdrawal is null");
    }

    /** What a command event says of the command. */
    record Command(UUID id, @Nullable Plan plan) {

        private Stream<Action> actions() {
            return plan == null ? Stream.of() : plan.actions().stream();
        }

        boolean standsInPart() {
            return actions().anyMatch(action -> action.status().equals("done"));
        }

        /** The ids of what is gone or as it was before. */
        Set<String> takenBack() {
            return actions()
                    .filter(action ->
                            action.status().equals("undone") || action.status().equals("rolled_back"))
                    .flatMap(action -> Stream.ofNullable(action.result()))
                    .map(Result::id)
                    .collect(toSet());
        }
    }

    record Plan(List<Action> actions) {}

    record Action(String status, @Nullable Result result) {}

    record Result(String id) {}

    void addTo(Subscription.Builder subscription) {
        for (String type : List.of("command.undone", "command.rolled_back")) {
            subscription.on(type, Command.class, event -> withdraw(event.data()));
        }
    }

    private void withdraw(Command command) {
        if (command.standsInPart()) {
            withdrawal.ofCommand(command.id(), command.takenBack());
        } else {
            withdrawal.ofCommand(command.id());
        }
    }
}
