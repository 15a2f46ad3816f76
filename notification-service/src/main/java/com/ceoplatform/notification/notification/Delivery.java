package com.ceoplatform.notification.notification;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings an item to people, within the transaction of what causes it. */
@Component
public class Delivery {

    private final Notifications notifications;
    private final NotificationEvents events;
    private final CommandLedger commands;
    private final Clock clock;

    Delivery(Notifications notifications, NotificationEvents events, CommandLedger commands, Clock clock) {
        this.notifications = requireNonNull(notifications, "notifications is null");
        this.events = requireNonNull(events, "events is null");
        this.commands = requireNonNull(commands, "commands is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Replaces the words of what was told of a subject; nobody has to read it again for that. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reword(UUID subjectId, String body) {
        events.saveCreated(notifications.lockAbout(subjectId).stream()
                .filter(notification -> notification.reword(subjectId, body))
                .toList());
    }

    /**
     * Tells each of them. Who has a notification of the same voice command already finds the item added to it.
     *
     * @param commandId null for what was done by hand
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void deliver(Collection<UUID> userIds, Item item, @Nullable UUID actorId, @Nullable UUID commandId) {
        if (userIds.isEmpty()) {
            return;
        }
        Map<UUID, Notification> earlier = Map.of();
        if (commandId != null) {
            commands.lock(commandId);
            if (commands.isWithdrawn(commandId)) {
                return;
            }
            earlier = notifications.lockOfCommand(commandId, userIds).stream()
                    .collect(toMap(Notification::userId, identity()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Notification> told = new ArrayList<>();
        for (UUID userId : userIds) {
            Notification known = earlier.get(userId);
            if (known == null) {
                told.add(Notification.of(userId, item, actorId, commandId, now));
            } else {
                known.add(item);
                told.add(known);
            }
        }
        events.saveCreated(told);
    }
}
