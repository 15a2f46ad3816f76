package com.ceoplatform.notification.telling;

import com.ceoplatform.notification.notification.Item;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.notification.Subject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told, and to whom if they may see it.
 *
 * @param title from the name of the actor
 * @param channelId those who may not see this channel are left out; null where the audience may see the subject anyhow
 */
public record Notice(
        NotificationKind kind,
        UnaryOperator<String> title,
        String body,
        Subject subject,
        @Nullable UUID channelId,
        Set<UUID> audience) {

    public Notice {
        audience = Set.copyOf(audience);
    }

    /** A notice for those of the audience who may see what is in the subject's channel, when it is in one. */
    public static Notice of(
            NotificationKind kind,
            UnaryOperator<String> title,
            String body,
            Subject subject,
            Collection<UUID> audience) {
        return new Notice(kind, title, body, subject, subject.channelId(), Set.copyOf(audience));
    }

    /** A notice for people of whom the event itself says that they may see the subject. */
    public static Notice ofAdmitted(
            NotificationKind kind,
            UnaryOperator<String> title,
            String body,
            Subject subject,
            Collection<UUID> audience) {
        return new Notice(kind, title, body, subject, null, Set.copyOf(audience));
    }

    Item by(String actorName) {
        return new Item(kind, title.apply(actorName), body, subject);
    }
}
