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
public class Notifier {

    private final Notifications notifications;
    private final NotificationEvents events;
    private final CommandLedger commands;
    private final Clock clock;

    Notifier(Notifications notifications, NotificationEvents events, CommandLedger commands, Clock clock) {
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

    /** Somebody said of the subject itself that they understood. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void acknowledge(UUID subjectId, UUID userId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        events.saveRead(notifications.lockAbout(subjectId, List.of(userId)).stream()
                .filter(notification -> notification.acknowledge(now))
                .toList());
    }

    /**
     * Tells each of them. Who has a notification of the same voice command already finds the item added to it.
     *
     * @param commandId null for what was done by hand
     * @return what each of them was told; nothing of a command that has been taken back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Told> deliver(
            Collection<Recipient> recipients, Item item, @Nullable UUID actorId, @Nullable UUID commandId) {
        if (recipients.isEmpty()) {
            return List.of();
        }
        Map<UUID, Notification> earlier = Map.of();
        if (commandId != null) {
            commands.lock(commandId);
            if (commands.isWithdrawn(commandId)) {
                return List.of();
            }
            List<UUID> ids = recipients.stream().map(Recipient::id).toList();
            earlier = notifications.lockOfCommand(commandId, ids).stream()
                    .collect(toMap(Notification::userId, identity()));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Notification> changed = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        for (Recipient recipient : recipients) {
            Notification known = earlier.get(recipient.id());
            Notification notification = known == null
                    ? Notification.of(recipient, item, actorId, commandId, now)
                    : extended(known, item, recipient.inApp());
            changed.add(notification);
            told.add(new Told(notification.id(), recipient.id(), known == null));
        }
        events.saveCreated(changed);
        return told;
    }

    private static Notification extended(Notification known, Item item, boolean inApp) {
        known.add(item);
        if (inApp) {
            known.showInApp();
        }
        return known;
    }
}
