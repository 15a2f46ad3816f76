package com.ceoplatform.notification.rule;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.subscription.Subscription;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.notification.Subject;
import com.ceoplatform.notification.notification.SubjectKind;
import com.ceoplatform.notification.notification.Withdrawal;
import com.ceoplatform.notification.telling.Audience;
import com.ceoplatform.notification.telling.Notice;
import com.ceoplatform.notification.telling.Teller;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is told of channels: those who become members by somebody else's doing. A direct conversation tells nobody before
 * something is said in it.
 */
@Component
class ChannelRules {

    private final Teller teller;
    private final Withdrawal withdrawal;
    private final Audience audience;

    ChannelRules(Teller teller, Withdrawal withdrawal, Audience audience) {
        this.teller = requireNonNull(teller, "teller is null");
        this.withdrawal = requireNonNull(withdrawal, "withdrawal is null");
        this.audience = requireNonNull(audience, "audience is null");
    }

    /**
     * What a channel event says.
     *
     * @param userId the member that it is about
     */
    record Channel(
            UUID id,
            @Nullable String name,
            String type,
            String privacy,
            @Nullable List<UUID> memberIds,
            @Nullable UUID userId,
            @Nullable Map<String, Object> changed) {

        boolean isPublic() {
            return privacy.equals("public");
        }

        /** Whether those who are no members could see into it before and cannot any more. */
        boolean hasBeenClosed() {
            return !isPublic() && changed != null && changed.containsKey("privacy");
        }

        String label() {
            return name == null ? "" : name;
        }

        List<UUID> members() {
            return memberIds == null ? List.of() : memberIds;
        }

        List<UUID> member() {
            return userId == null ? List.of() : List.of(userId);
        }
    }

    void addTo(Subscription.Builder subscription) {
        subscription
                .on(
                        "channel.created",
                        Channel.class,
                        event -> invite(event, event.data().members()))
                .on(
                        "channel.member_added",
                        Channel.class,
                        event -> invite(event, event.data().member()))
                .on("channel.member_removed", Channel.class, event -> withdraw(event.data()))
                .on(
                        "channel.updated",
                        Channel.class,
                        Channel::hasBeenClosed,
                        event -> withdrawFromOutsiders(event.data()));
    }

    private void invite(Event<Channel> event, Collection<UUID> members) {
        Channel channel = event.data();
        if (channel.type().equals("direct")) {
            return;
        }
        Subject subject = new Subject(SubjectKind.CHANNEL, channel.id(), channel.label(), channel.id());
        teller.tell(
                Notice.ofAdmitted(
                        NotificationKind.CHANNEL_INVITATION,
                        actor -> actor + " added you to a channel",
                        channel.label(),
                        subject,
                        members),
                event);
    }

    /** What was said in public stays with those who still see into the channel. */
    private void withdrawFromOutsiders(Channel channel) {
        Set<UUID> members = audience.members(channel.id());
        members.addAll(channel.members());
        Set<UUID> told = withdrawal.whoKnowsOf(channel.id());
        told.removeAll(audience.whoStillSee(members, told));
        told.forEach(userId -> withdrawal.ofChannel(channel.id(), userId));
    }

    /** Who is out of a channel that is not public no longer sees what was said there, in notifications neither. */
    private void withdraw(Channel channel) {
        if (channel.isPublic()) {
            withdrawal.ofSubject(channel.id(), EnumSet.of(NotificationKind.CHANNEL_INVITATION), channel.member());
        } else {
            channel.member().forEach(userId -> withdrawal.ofChannel(channel.id(), userId));
        }
    }
}
