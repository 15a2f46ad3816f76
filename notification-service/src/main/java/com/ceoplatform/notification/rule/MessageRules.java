package com.ceoplatform.notification.rule;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.directory.Channel;
import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.subscription.Subscription;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.notification.Notifier;
import com.ceoplatform.notification.notification.Subject;
import com.ceoplatform.notification.notification.SubjectKind;
import com.ceoplatform.notification.notification.Withdrawal;
import com.ceoplatform.notification.telling.Audience;
import com.ceoplatform.notification.telling.Notice;
import com.ceoplatform.notification.telling.Teller;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is told of messages: everybody in the channel when it is urgent, the others of a direct conversation, and otherwise
 * those who are mentioned and, of a reply, those who follow its thread. One message is one notification for each of them.
 * What is urgent has a consumer of its own.
 */
@Component
class MessageRules {

    private static final Set<String> URGENT = Set.of("urgent", "critical");

    private final Teller teller;
    private final Withdrawal withdrawal;
    private final Notifier notifier;
    private final Audience audience;

    MessageRules(Teller teller, Withdrawal withdrawal, Notifier notifier, Audience audience) {
        this.teller = requireNonNull(teller, "teller is null");
        this.withdrawal = requireNonNull(withdrawal, "withdrawal is null");
        this.notifier = requireNonNull(notifier, "notifier is null");
        this.audience = requireNonNull(audience, "audience is null");
    }

    /**
     * What a message event says.
     *
     * @param newlyMentionedUserIds of an edited message: whom it did not mention before
     * @param followerIds of a reply: who follows its thread
     */
    record Message(
            UUID id,
            UUID channelId,
            UUID senderId,
            String content,
            String priority,
            List<UUID> mentionedUserIds,
            @Nullable List<UUID> newlyMentionedUserIds,
            @Nullable List<UUID> followerIds,
            @Nullable String type) {

        /** Written by the platform itself, of what people are told otherwise. */
        boolean isSystem() {
            return type != null && !type.equals("text");
        }

        boolean isUrgent() {
            return URGENT.contains(priority);
        }

        /** Those who follow the thread and are not mentioned anyhow. */
        Set<UUID> onlyFollowing() {
            Set<UUID> following = new HashSet<>(followerIds == null ? List.of() : followerIds);
            mentionedUserIds.forEach(following::remove);
            return following;
        }
    }

    /** @param userId who acknowledged it */
    record Acknowledged(UUID id, String priority, UUID userId) {
        boolean isUrgent() {
            return URGENT.contains(priority);
        }
    }

    /** All that happens to messages that are not urgent. */
    void addTo(Subscription.Builder subscription) {
        add(subscription, message -> !message.isUrgent());
    }

    /** All that happens to urgent messages, so that it stays in its order. */
    void addUrgentTo(Subscription.Builder subscription) {
        add(subscription, Message::isUrgent);
        subscription.on("message.acknowledged", Acknowledged.class, Acknowledged::isUrgent, this::acknowledged);
    }

    private void add(Subscription.Builder subscription, Predicate<Message> concerned) {
        subscription
                .on("message.posted", Message.class, concerned, this::posted)
                .on("message.edited", Message.class, concerned, this::edited)
                .on(
                        "message.deleted",
                        Message.class,
                        concerned,
                        event -> withdrawal.ofSubject(event.data().id()));
    }

    /** Who acknowledges the message itself need not be found any more. */
    private void acknowledged(Event<Acknowledged> event) {
        notifier.acknowledge(event.data().id(), event.data().userId());
    }

    /** Who was told of the message reads its new words; who is mentioned only now is told now. */
    private void edited(Event<Message> event) {
        Message message = event.data();
        notifier.reword(message.id(), Excerpt.of(message.content()));
        List<UUID> newly = message.newlyMentionedUserIds();
        if (newly == null || newly.isEmpty() || message.isSystem()) {
            return;
        }
        Channel channel = audience.channel(message.channelId());
        if (!channel.isDirect()) {
            toMentioned(event, channel, message.isUrgent() ? outsiders(newly, channel) : newly);
        }
    }

    private void posted(Event<Message> event) {
        Message message = event.data();
        if (message.isSystem()) {
            return;
        }
        Channel channel = audience.channel(message.channelId());
        if (message.isUrgent()) {
            String how = message.priority().equals("critical") ? "Critical message from " : "Urgent message from ";
            toMembers(event, channel, NotificationKind.URGENT_MESSAGE, how);
            toMentioned(event, channel, outsiders(message.mentionedUserIds(), channel));
        } else if (channel.isDirect()) {
            toMembers(event, channel, NotificationKind.DIRECT_MESSAGE, "Message from ");
        } else {
            toMentioned(event, channel, message.mentionedUserIds());
            toFollowers(event, channel);
        }
    }

    private void toMentioned(Event<Message> event, Channel channel, Collection<UUID> mentioned) {
        Message message = event.data();
        Notice notice = Notice.of(
                NotificationKind.MENTION,
                actor -> actor + " mentioned you in " + channel.name(),
                Excerpt.of(message.content()),
                subject(message, channel),
                others(mentioned, message));
        teller.tell(notice, event);
    }

    private void toFollowers(Event<Message> event, Channel channel) {
        Message message = event.data();
        Notice notice = Notice.of(
                NotificationKind.THREAD_REPLY,
                actor -> actor + " replied in a thread in " + channel.name(),
                Excerpt.of(message.content()),
                subject(message, channel),
                others(message.onlyFollowing(), message));
        teller.tell(notice, event);
    }

    private void toMembers(Event<Message> event, Channel channel, NotificationKind kind, String from) {
        Message message = event.data();
        String where = channel.isDirect() ? "" : " in " + channel.name();
        Notice notice = Notice.ofAdmitted(
                kind,
                actor -> from + actor + where,
                Excerpt.of(message.content()),
                subject(message, channel),
                others(audience.members(channel.id()), message));
        teller.tell(notice, event);
    }

    /** Those of them who are no members, and so have not been told that something is urgent. */
    private Set<UUID> outsiders(Collection<UUID> people, Channel channel) {
        Set<UUID> outsiders = new HashSet<>(people);
        if (!outsiders.isEmpty()) {
            outsiders.removeAll(audience.members(channel.id()));
        }
        return outsiders;
    }

    private static Set<UUID> others(Iterable<UUID> people, Message message) {
        Set<UUID> others = new HashSet<>();
        people.forEach(others::add);
        others.remove(message.senderId());
        return others;
    }

    private static Subject subject(Message message, Channel channel) {
        String label = channel.name() == null ? "" : channel.name();
        return new Subject(SubjectKind.MESSAGE, message.id(), label, channel.id());
    }
}
