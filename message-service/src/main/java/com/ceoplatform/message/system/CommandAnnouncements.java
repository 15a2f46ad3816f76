package com.ceoplatform.message.system;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.message.message.MessageText;
import com.ceoplatform.message.message.MessageType;
import com.ceoplatform.message.message.NewMessage;
import com.ceoplatform.message.posting.JoinedPosting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says in each channel what a voice command did there, and nothing of what it did elsewhere: its reply may speak of things
 * that the members may not know.
 */
@Component
class CommandAnnouncements {

    private final JoinedPosting posting;
    private final Names names;

    CommandAnnouncements(JoinedPosting posting, Names names) {
        this.posting = requireNonNull(posting, "posting is null");
        this.names = requireNonNull(names, "names is null");
    }

    /** What this service uses of a command. */
    record Command(UUID id, UUID userId, @Nullable Plan plan) {

        List<Action> done() {
            return plan == null
                    ? List.of()
                    : plan.actions().stream().filter(Action::isDone).toList();
        }
    }

    record Plan(List<Action> actions) {}

    record Action(
            String id,
            String type,
            String status,
            @Nullable Parameters parameters,
            @Nullable Reference result) {

        boolean isDone() {
            return status.equals("done");
        }

        @Nullable
        Reference channel() {
            return parameters == null ? null : parameters.channel();
        }
    }

    record Parameters(@Nullable Reference channel) {}

    record Reference(
            @Nullable String kind,
            @Nullable String id,
            @Nullable String label) {

        @Nullable
        UUID idOf(String wanted) {
            return id != null && wanted.equals(kind) ? UUID.fromString(id) : null;
        }
    }

    void completed(Event<Command> event) {
        Command command = event.data();
        Map<UUID, List<Action>> byChannel = new LinkedHashMap<>();
        for (Action action : command.done()) {
            UUID channelId = channelOf(action, command);
            if (channelId != null && describe(action) != null) {
                byChannel.computeIfAbsent(channelId, _ -> new ArrayList<>()).add(action);
            }
        }
        byChannel.forEach((channelId, actions) -> posting.post(
                NewMessage.ofPlatform(
                        MessageType.COMMAND_RESULT, channelId, command.userId(), text(command, actions), List.of()),
                EventContext.causedBy(event)));
    }

    /** The channel may itself be the result of an earlier action. */
    private static @Nullable UUID channelOf(Action action, Command command) {
        Reference channel = action.channel();
        if (channel == null || !"action".equals(channel.kind())) {
            return channel == null ? null : channel.idOf("channel");
        }
        return command.done().stream()
                .filter(earlier -> earlier.id().equals(channel.id()) && earlier.result() != null)
                .map(earlier -> Objects.requireNonNull(earlier.result()).idOf("channel"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private MessageText text(Command command, List<Action> actions) {
        String content = actions.stream()
                .map(CommandAnnouncements::describe)
                .distinct()
                .collect(Collectors.joining(", ", names.of(command.userId()) + " ", " by voice."));
        List<UUID> tasks = actions.stream()
                .map(Action::result)
                .filter(Objects::nonNull)
                .map(result -> result.idOf("task"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new MessageText(content, List.of(), tasks);
    }

    /** Null for what shows in the channel anyway, such as messages and new members. */
    private static @Nullable String describe(Action action) {
        String label = action.result() == null ? null : action.result().label();
        return switch (action.type()) {
            case "task.create" -> "created the task " + label;
            case "task.update" -> "moved tasks here";
            default -> null;
        };
    }
}
