package com.ceoplatform.notification.reminder;

import static java.util.Objects.requireNonNull;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every second for reminders whose time has come, also those whose time came while nothing ran. A failure ends the
 * round; the next one tries again.
 */
@Component
class ReminderClock {

    private final ReminderFiring firing;

    ReminderClock(ReminderFiring firing) {
        this.firing = requireNonNull(firing, "firing is null");
    }

    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT1S")
    void tick() {
        boolean more = true;
        while (more) {
            more = firing.fireNext();
        }
    }
}
