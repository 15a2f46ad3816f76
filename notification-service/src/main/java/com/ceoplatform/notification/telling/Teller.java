package com.ceoplatform.notification.telling;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.directory.Person;
import com.ceoplatform.common.events.Event;
import com.ceoplatform.notification.notification.Delivery;
import com.ceoplatform.notification.preference.PreferenceService;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those of an audience who may see the subject, are still there and want to hear of it. Runs within the transaction of
 * what causes it.
 */
@Component
public class Teller {

    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    private final Audience audience;
    private final PreferenceService preferences;
    private final Delivery delivery;

    Teller(Audience audience, PreferenceService preferences, Delivery delivery) {
        this.audience = requireNonNull(audience, "audience is null");
        this.preferences = requireNonNull(preferences, "preferences is null");
        this.delivery = requireNonNull(delivery, "delivery is null");
    }

    /** Tells of what somebody did; they themselves know. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Notice notice, Event<?> cause) {
        Set<UUID> others = new HashSet<>(notice.audience());
        if (cause.actorId() != null) {
            others.remove(cause.actorId());
        }
        tell(notice, others, cause.actorId(), cause.correlationId());
    }

    /** Tells of what the person wanted people to be told of, themselves included. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellFor(UUID actorId, Notice notice) {
        tell(notice, notice.audience(), actorId, null);
    }

    private void tell(Notice notice, Set<UUID> wanted, @Nullable UUID actorId, @Nullable UUID commandId) {
        if (wanted.isEmpty()) {
            return;
        }
        List<Person> present = audience.active(wanted);
        Collection<UUID> seeing = notice.channelId() == null
                ? present.stream().map(Person::id).collect(Collectors.toSet())
                : audience.whoSee(notice.channelId(), present);
        Set<UUID> told = preferences.wanting(notice.kind(), seeing);
        if (told.size() < wanted.size()) {
            LOG.debug("{} about {} is told to {} of {}", notice.kind(), notice.subject(), told.size(), wanted.size());
        }
        String actor = actorId == null
                ? "Somebody"
                : audience.person(actorId).map(Person::name).orElse("Somebody");
        delivery.deliver(told, notice.by(actor), actorId, commandId);
    }
}
