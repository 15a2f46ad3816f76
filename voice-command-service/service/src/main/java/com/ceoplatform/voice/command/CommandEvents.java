package com.ceoplatform.voice.command;

import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.events.outbox.OutgoingEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells of commands. A dry run tells nobody. */
@Component
class CommandEvents {

    private static final Logger LOG = LoggerFactory.getLogger(CommandEvents.class);

    private final Outbox outbox;

    CommandEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * The command as REST returns it, whose it is, and the action that the event is about.
     */
    record Payload(
            @JsonUnwrapped CommandResponse command,
            UUID userId,
            @JsonInclude(JsonInclude.Include.NON_NULL) CommandResponse.@Nullable Step action) {}

    void received(Command command) {
        tell("command.received", command, null);
    }

    /** Tells what the command has come to. */
    void changed(Command command) {
        LOG.info(
                "Command {} of user {} is {}: {} actions, {}",
                command.id(),
                command.said().userId(),
                command.status(),
                command.actions().size(),
                command.timings());
        tell(command.status().event(), command, null);
    }

    void completed(Command command, Action action) {
        tell("command.action_completed", command, CommandResponse.Step.from(action));
    }

    void failed(Command command, Action action) {
        tell("command.action_failed", command, CommandResponse.Step.from(action));
    }

    private void tell(String type, Command command, CommandResponse.@Nullable Step action) {
        if (command.said().dryRun()) {
            return;
        }
        EventContext current = EventContext.current();
        new EventContext(command.said().userId(), command.id(), current.causationId(), current.traceparent())
                .run(() -> outbox.append(OutgoingEvent.of(
                        Topic.COMMANDS,
                        type,
                        command.id(),
                        new Payload(
                                CommandResponse.from(command), command.said().userId(), action))));
    }
}
