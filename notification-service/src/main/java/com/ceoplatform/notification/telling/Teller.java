package com.ceoplatform.notification.telling;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.ceoplatform.common.directory.Person;
import com.ceoplatform.common.events.Event;
import com.ceoplatform.notification.delivery.Occasion;
import com.ceoplatform.notification.delivery.Wishes;
import com.ceoplatform.notification.notification.DeliveryChannel;
import com.ceoplatform.notification.notification.Notifier;
import com.ceoplatform.notification.notification.Recipient;
import com.ceoplatform.notification.notification.Told;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those of an audience who may see the subject, are still there and want to hear of it, in the ways that they want. Runs
 * within the transaction of what causes it.
 */
@Component
public class Teller {

    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    private final Audience audience;
    private final Listeners listeners;
    private final Notifier notifier;
    private final Outlets outlets;

    Teller(Audience audience, Listeners listeners, Notifier notifier, Outlets outlets) {
        this.audience = requireNonNull(audience, "audience is null");
        this.listeners = requireNonNull(listeners, "listeners is null");
        this.notifier = requireNonNull(notifier, "notifier is null");
        this.outlets = requireNonNull(outlets, "outlets is null");
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

    /** Tells of what the person wanted people to be told of, or of what concerns themselves. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellFor(@Nullable UUID actorId, Notice notice) {
        tell(notice, notice.audience(), actorId, null);
    }

    private void tell(Notice notice, Set<UUID> wanted, @Nullable UUID actorId, @Nullable UUID commandId) {
        if (wanted.isEmpty()) {
            return;
        }
        Map<UUID, Wishes> wishes = wishesOf(notice, wanted);
        if (wishes.size() < wanted.size()) {
            LOG.debug("{} about {} is told to {} of {}", notice.kind(), notice.subject(), wishes.size(), wanted.size());
        }
        wishes.putAll(listeners.ofOrganisation(notice));
        List<Recipient> recipients = wishes.entrySet().stream()
                .map(entry -> new Recipient(
                        entry.getKey(), entry.getValue().channels().contains(DeliveryChannel.IN_APP)))
                .toList();
        List<Told> told = notifier.deliver(recipients, notice.by(nameOf(actorId)), actorId, commandId);
        outlets.open(new Occasion(notice.kind(), commandId != null), told, wishes);
    }

    private Map<UUID, Wishes> wishesOf(Notice notice, Set<UUID> wanted) {
        List<Person> present = audience.active(wanted);
        Collection<UUID> seeing = notice.channelId() == null
                ? present.stream().map(Person::id).collect(toSet())
                : audience.whoSee(notice.channelId(), present);
        Map<UUID, Person> seers = present.stream()
                .filter(person -> seeing.contains(person.id()))
                .collect(toMap(Person::id, identity(), (first, second) -> first, HashMap::new));
        return listeners.among(seers, notice);
    }

    private String nameOf(@Nullable UUID actorId) {
        return actorId == null
                ? "Somebody"
                : audience.person(actorId).map(Person::name).orElse("Somebody");
    }
}
