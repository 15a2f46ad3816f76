package com.ceoplatform.notification.escalation;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.notification.delivery.DeliveryPlanner;
import com.ceoplatform.notification.delivery.Occasion;
import com.ceoplatform.notification.delivery.Wishes;
import com.ceoplatform.notification.notification.NotificationArchive;
import com.ceoplatform.notification.notification.NotificationResponse;
import com.ceoplatform.notification.notification.Told;
import com.ceoplatform.notification.preference.EscalationPreference;
import com.ceoplatform.notification.preference.PreferenceService;
import com.ceoplatform.notification.preference.Settings;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Follows urgent notifications until somebody read or acknowledged them, or every way to them was used. */
@Component
public class Escalation {

    private static final Logger LOG = LoggerFactory.getLogger(Escalation.class);

    private final SchedulerClient scheduler;
    private final NotificationArchive archive;
    private final DeliveryPlanner planner;
    private final PreferenceService preferences;
    private final Clock clock;

    Escalation(
            SchedulerClient scheduler,
            NotificationArchive archive,
            DeliveryPlanner planner,
            PreferenceService preferences,
            Clock clock) {
        this.scheduler = requireNonNull(scheduler, "scheduler is null");
        this.archive = requireNonNull(archive, "archive is null");
        this.planner = requireNonNull(planner, "planner is null");
        this.preferences = requireNonNull(preferences, "preferences is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Looks again after the time that each person chose; the first way has just been taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void watch(Map<Told, EscalationPreference> told) {
        Instant now = clock.instant();
        List<SchedulableInstance<?>> fresh = new ArrayList<>();
        told.forEach((one, wish) -> {
            EscalationStep first = new EscalationStep(one.notificationId(), 1);
            if (one.isNew()) {
                fresh.add(SchedulableInstance.of(
                        EscalationTask.NAME.instance(first.instance()).build(),
                        now.plus(Duration.ofMinutes(wish.afterMinutes()))));
            } else {
                lookAgain(first, wish);
            }
        });
        if (!fresh.isEmpty()) {
            scheduler.scheduleBatch(fresh);
        }
    }

    private void lookAgain(EscalationStep step, EscalationPreference wish) {
        scheduler.scheduleIfNotExists(
                EscalationTask.NAME.instance(step.instance()).build(),
                clock.instant().plus(Duration.ofMinutes(wish.afterMinutes())));
    }

    /** Takes the next way, unless that has been done already or is no longer needed. */
    @Transactional
    public void escalate(EscalationStep step) {
        UUID id = step.notificationId();
        if (archive.lockAndSeeIfSettled(id) || planner.channelsUsed(id) != step.used()) {
            return;
        }
        NotificationResponse notification = archive.standing(List.of(id)).getFirst();
        Settings settings =
                preferences.of(List.of(notification.userId())).getOrDefault(notification.userId(), Settings.USUAL);
        Wishes wishes = new Wishes(
                settings,
                settings.wanted(notification.kind(), notification.subject().channelId()),
                ZoneOffset.UTC);
        int left = planner.planNext(
                new Occasion(notification.kind(), false), new Told(id, notification.userId(), false), wishes);
        LOG.info("Nobody reacted to {}: it takes its next way, {} are left", id, left);
        if (left > 0) {
            lookAgain(new EscalationStep(id, step.used() + 1), settings.escalation());
        }
    }
}
