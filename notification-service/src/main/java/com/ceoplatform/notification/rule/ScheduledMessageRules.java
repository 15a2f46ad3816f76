package com.ceoplatform.notification.rule;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.subscription.Subscription;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.notification.Subject;
import com.ceoplatform.notification.notification.SubjectKind;
import com.ceoplatform.notification.telling.Notice;
import com.ceoplatform.notification.telling.Teller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who relied on a message to go out later hears when it could not. The notification is in no channel: whoever lost the
 * channel, or muted it, needs to know all the same, and it names nothing that they may no longer see.
 */
@Component
class ScheduledMessageRules {

    private final Teller teller;

    ScheduledMessageRules(Teller teller) {
        this.teller = requireNonNull(teller, "teller is null");
    }

    /** @param userId who wrote it */
    record Unsent(
            UUID id, UUID userId, String content, @Nullable String failureCode) {

        String title() {
            return "Your scheduled message was not sent: " + reason();
        }

        private String reason() {
            return switch (failureCode) {
                case "channel_archived" -> "the channel is archived";
                case "channel_not_found" -> "you no longer see the channel";
                case "forbidden" -> "you may not write in the channel";
                case "message_deleted" -> "what it answers was deleted";
                case null, default -> "it was refused";
            };
        }
    }

    void addTo(Subscription.Builder subscription) {
        subscription.on("scheduled_message.failed", Unsent.class, this::failed);
    }

    private void failed(Event<Unsent> event) {
        Unsent message = event.data();
        teller.tellFor(
                message.userId(),
                Notice.ofAdmitted(
                        NotificationKind.MESSAGE_NOT_SENT,
                        actor -> message.title(),
                        Excerpt.of(message.content()),
                        new Subject(SubjectKind.SCHEDULED_MESSAGE, message.id(), "Scheduled message", null),
                        List.of(message.userId())));
    }
}
