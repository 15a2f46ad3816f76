package com.ceoplatform.notification.digest;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import com.ceoplatform.common.directory.People;
import com.ceoplatform.common.directory.Person;
import com.ceoplatform.notification.delivery.WaitingDeliveries;
import com.ceoplatform.notification.delivery.WaitingDeliveries.Digest;
import com.ceoplatform.notification.preference.PreferenceService;
import com.ceoplatform.notification.preference.Settings;
import com.ceoplatform.notification.telling.HomeZone;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Closes the digests of which something is due. Whoever changed their quiet hours meanwhile is not disturbed: their digest
 * waits on.
 */
@Component
class DigestCollector {

    private static final Logger LOG = LoggerFactory.getLogger(DigestCollector.class);
    private static final int AT_ONCE = 100;

    private final WaitingDeliveries waiting;
    private final PreferenceService preferences;
    private final People people;
    private final Clock clock;

    DigestCollector(WaitingDeliveries waiting, PreferenceService preferences, People people, Clock clock) {
        this.waiting = requireNonNull(waiting, "waiting is null");
        this.preferences = requireNonNull(preferences, "preferences is null");
        this.people = requireNonNull(people, "people is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Goes on until nothing is due any more. */
    void collect() {
        List<Digest> due;
        do {
            Instant now = clock.instant();
            due = waiting.due(now, AT_ONCE);
            Set<UUID> recipients = due.stream().map(Digest::recipientId).collect(toSet());
            Map<UUID, Settings> settings = preferences.of(recipients);
            Map<UUID, Person> known = due.isEmpty() ? Map.of() : people.known(recipients);
            for (Digest digest : due) {
                Settings wishes = settings.getOrDefault(digest.recipientId(), Settings.USUAL);
                Instant quietUntil = wishes.notQuiet(now, HomeZone.of(known.get(digest.recipientId())));
                collect(digest, now, quietUntil);
            }
        } while (due.size() == AT_ONCE);
    }

    private void collect(Digest digest, Instant now, Instant quietUntil) {
        if (quietUntil.isAfter(now)) {
            waiting.postpone(digest, quietUntil);
            return;
        }
        int items;
        do {
            items = waiting.close(digest, now);
            LOG.debug("A digest of {} items leaves by {} to {}", items, digest.channel(), digest.recipientId());
        } while (items == WaitingDeliveries.DIGEST_SIZE);
    }
}
