package com.ceoplatform.notification.notification;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what is no longer true, within the transaction of what made it so. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Withdrawal {

    private final Notifications notifications;
    private final NotificationEvents events;
    private final CommandLedger commands;
    private final Clock clock;

    Withdrawal(Notifications notifications, NotificationEvents events, CommandLedger commands, Clock clock) {
        this.notifications = requireNonNull(notifications, "notifications is null");
        this.events = requireNonNull(events, "events is null");
        this.commands = requireNonNull(commands, "commands is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Everything about a thing that is gone, for everybody.
     *
     * @return the voice commands through which people had been told of it
     */
    public Set<UUID> ofSubject(UUID subjectId) {
        List<Notification> about = notifications.lockAbout(subjectId);
        withdraw(about, item -> item.isAbout(subjectId));
        return about.stream()
                .flatMap(notification -> Stream.ofNullable(notification.commandId()))
                .collect(toSet());
    }

    /** What everybody was told of a thing in these ways. */
    public void ofSubject(UUID subjectId, Set<NotificationKind> kinds) {
        withdraw(notifications.lockAbout(subjectId), item -> item.isAbout(subjectId) && kinds.contains(item.kind()));
    }

    /** What these people were told of a thing in one way. */
    public void ofSubject(UUID subjectId, Set<NotificationKind> kinds, Collection<UUID> userIds) {
        if (!userIds.isEmpty()) {
            withdraw(
                    notifications.lockAbout(subjectId, userIds),
                    item -> item.isAbout(subjectId) && kinds.contains(item.kind()));
        }
    }

    /** Everybody who has been told of something in a channel. */
    public Set<UUID> whoKnowsOf(UUID channelId) {
        return notifications.lockAbout(channelId).stream()
                .map(Notification::userId)
                .collect(toCollection(HashSet::new));
    }

    /** Everything that is in a channel, from somebody who may no longer see into it. */
    public void ofChannel(UUID channelId, UUID userId) {
        withdraw(notifications.lockAbout(channelId, Set.of(userId)), item -> item.isIn(channelId));
    }

    /** Everything of a voice command, also what is still on its way. */
    public void ofCommand(UUID commandId) {
        commands.lock(commandId);
        commands.withdraw(commandId, now());
        withdraw(notifications.lockOfCommand(commandId), item -> true);
    }

    /** What a voice command did to these things; the rest of it stands. */
    public void ofCommand(UUID commandId, Set<String> subjectIds) {
        commands.lock(commandId);
        withdraw(
                notifications.lockOfCommand(commandId),
                item -> subjectIds.contains(item.subject().id().toString()));
    }

    private void withdraw(List<Notification> candidates, Predicate<Item> untrue) {
        Instant now = now();
        List<Notification> gone = new ArrayList<>();
        List<Notification> shorter = new ArrayList<>();
        for (Notification notification : candidates) {
            if (notification.withdraw(untrue, now)) {
                (notification.withdrawnAt() == null ? shorter : gone).add(notification);
            }
        }
        events.saveWithdrawn(gone);
        events.saveCreated(shorter);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
