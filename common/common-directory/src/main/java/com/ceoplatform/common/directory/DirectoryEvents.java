package com.ceoplatform.common.directory;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.subscription.Subscription;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the copies up to date. */
class DirectoryEvents {

    private final People people;
    private final Channels channels;

    DirectoryEvents(People people, Channels channels) {
        this.people = people;
        this.channels = channels;
    }

    /** What a channel event carries of the channel, and of the member that it is about. */
    record ChannelChanged(
            UUID id,
            @Nullable String name,
            String type,
            String privacy,
            String status,
            @Nullable String department,
            @Nullable UUID createdBy,
            long version,
            @Nullable List<UUID> memberIds,
            @Nullable UUID userId,
            @Nullable String role,
            @Nullable Changed changed) {

        Channel channel() {
            return new Channel(id, name, type, privacy, status, department, createdBy, version);
        }
    }

    /** What an update says of roles: who is what now. */
    record Changed(@Nullable MemberRoles memberRoles) {

        record MemberRoles(Map<UUID, String> to) {}
    }

    Subscription subscription(boolean withChannels) {
        Subscription.Builder builder = Subscription.named("directory").topics(Topic.USERS);
        for (String type : List.of("user.created", "user.updated", "user.deactivated")) {
            builder.on(type, Person.class, event -> people.save(event.data()));
        }
        if (withChannels) {
            builder.topics(Topic.CHANNELS)
                    .on("channel.created", ChannelChanged.class, this::created)
                    .on("channel.member_added", ChannelChanged.class, this::memberAdded)
                    .on("channel.member_removed", ChannelChanged.class, this::memberRemoved);
            for (String type : List.of("channel.updated", "channel.archived", "channel.restored")) {
                builder.on(type, ChannelChanged.class, this::changed);
            }
        }
        return builder.build();
    }

    private void created(Event<ChannelChanged> event) {
        ChannelChanged created = event.data();
        channels.save(created.channel());
        if (created.memberIds() != null) {
            for (UUID member : created.memberIds()) {
                channels.saveMember(created.id(), member, member.equals(created.createdBy()) ? "owner" : "member");
            }
        }
    }

    private void changed(Event<ChannelChanged> event) {
        ChannelChanged change = event.data();
        channels.save(change.channel());
        if (change.changed() != null && change.changed().memberRoles() != null) {
            change.changed()
                    .memberRoles()
                    .to()
                    .forEach((userId, role) -> channels.saveMember(change.id(), userId, role));
        }
    }

    private void memberAdded(Event<ChannelChanged> event) {
        ChannelChanged change = event.data();
        channels.save(change.channel());
        if (change.userId() != null) {
            channels.saveMember(change.id(), change.userId(), change.role() == null ? "member" : change.role());
        }
    }

    private void memberRemoved(Event<ChannelChanged> event) {
        ChannelChanged change = event.data();
        channels.save(change.channel());
        if (change.userId() != null) {
            channels.removeMembers(change.id(), List.of(change.userId()));
        }
        // Several leave at once under one version: nobody of them may stay until their own event comes.
        if (change.memberIds() != null) {
            channels.retainMembers(change.id(), change.version(), change.memberIds());
        }
    }
}
