package com.ceoplatform.message.scheduled;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.directory.People;
import com.ceoplatform.common.directory.Person;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.message.access.Conversation;
import com.ceoplatform.message.access.Conversations;
import com.ceoplatform.message.message.NewMessage;
import com.ceoplatform.message.posting.PostMessageRequest;
import com.ceoplatform.message.posting.Posting;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends a message whose time has come, if its sender still may write there. There is no token of theirs by then: what
 * counts is what events have told of the person and the channel.
 */
@Component
class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final ScheduledMessages scheduled;
    private final Delivery delivery;
    private final People people;
    private final Conversations conversations;
    private final Posting posting;
    private final Clock clock;

    Sending(
            ScheduledMessages scheduled,
            Delivery delivery,
            People people,
            Conversations conversations,
            Posting posting,
            Clock clock) {
        this.scheduled = requireNonNull(scheduled, "scheduled is null");
        this.delivery = requireNonNull(delivery, "delivery is null");
        this.people = requireNonNull(people, "people is null");
        this.conversations = requireNonNull(conversations, "conversations is null");
        this.posting = requireNonNull(posting, "posting is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** When to try again, as the message has been put off; empty when nothing is left to do. Repeats do no harm. */
    Optional<Instant> send(UUID id) {
        Optional<ScheduledMessage> found = scheduled.findById(id).filter(ScheduledMessage::isWaiting);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ScheduledMessage message = found.get();
        if (message.sendAt().isAfter(clock.instant())) {
            return Optional.of(message.sendAt());
        }
        try {
            return delivery.deliver(id, message.version(), draft(message));
        } catch (DomainException refusal) {
            if (refusal.kind() == ErrorKind.UNAVAILABLE) {
                throw refusal;
            }
            LOG.info("The scheduled message {} is not sent: {}", id, refusal.code());
            delivery.giveUp(id, refusal.code());
            return Optional.empty();
        }
    }

    private NewMessage draft(ScheduledMessage message) {
        Person sender = Optional.ofNullable(
                        people.known(Set.of(message.senderId())).get(message.senderId()))
                .filter(Person::active)
                .orElseThrow(() -> DomainException.forbidden("The sender has left."));
        Conversation conversation = conversations
                .known(caller(sender), message.channelId())
                .orElseThrow(() -> DomainException.notFound("channel"));
        return posting.draft(
                conversation,
                new PostMessageRequest(
                        message.content(), message.replyTo(), message.priority(), "scheduled:" + message.id()));
    }

    private static Caller caller(Person person) {
        ZoneId zone = ZoneId.of(Objects.requireNonNullElse(person.timezone(), "UTC"));
        return new Caller(
                person.id(), person.email(), person.name(), person.role(), person.department(), "scheduled", zone);
    }
}
