package com.ceoplatform.realtime.audience;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.EventDecoder;
import com.ceoplatform.common.events.MalformedEventException;
import com.ceoplatform.common.events.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from an event's payload whom it is for. */
@Component
public final class AddressReader {

    private final EventDecoder decoder;

    public AddressReader(EventDecoder decoder) {
        this.decoder = requireNonNull(decoder, "decoder is null");
    }

    private record OfTask(
            @Nullable UUID channelId,
            UUID createdBy,
            @Nullable Set<UUID> assigneeIds,
            @Nullable Set<UUID> watcherIds,
            @Nullable Changed changed) {}

    private record OfMeeting(
            UUID organiserId,
            @Nullable Set<UUID> attendeeIds,
            @Nullable Changed changed) {}

    private record Changed(
            @Nullable Before assigneeIds, @Nullable Before attendeeIds) {}

    private record Before(@Nullable Set<UUID> from) {}

    private record OfChannel(
            UUID id,
            String privacy,
            String type,
            long version,
            @Nullable Set<UUID> memberIds,
            @Nullable UUID userId) {}

    private record OfFile(
            @Nullable Set<UUID> channelIds,
            @Nullable Set<UUID> taskIds,
            @Nullable UUID uploadedBy,
            @Nullable FileChanged changed) {}

    private record FileChanged(
            @Nullable Before channelIds, @Nullable Before taskIds) {}

    private record OfMessage(UUID channelId, @Nullable UUID senderId) {}

    private record OfPerson(UUID userId, @Nullable UUID channelId) {}

    private record OfUser(UUID id) {}

    /**
     * @return empty when the event is for nobody's eyes
     * @throws MalformedEventException when the payload lacks what decides
     */
    public Optional<Addressed> read(Event<byte[]> event) {
        try {
            return addressed(event);
        } catch (NullPointerException incomplete) {
            throw new MalformedEventException("Payload of " + event.type() + " " + event.id(), incomplete);
        }
    }

    private Optional<Addressed> addressed(Event<byte[]> event) {
        Topic topic = Topic.named(event.position().topic())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown topic " + event.position().topic()));
        return switch (topic) {
            case TASKS -> Optional.of(event.type().startsWith("meeting.") ? meeting(event) : task(event));
            case CHANNELS -> Optional.of(event.type().startsWith("file.") ? file(event) : channel(event));
            case MESSAGES -> Optional.of(isPersonal(event.type()) ? person(event) : message(event));
            case NOTIFICATIONS, COMMANDS -> Optional.of(person(event));
            case USERS ->
                Optional.of(Addressed.to(
                        Audience.people(Set.of(data(event, OfUser.class).id())), null));
            case SESSIONS -> Optional.empty();
        };
    }

    /** How far somebody has read, and what they have yet to say, is their own affair. */
    private static boolean isPersonal(String type) {
        return type.startsWith("read.") || type.startsWith("scheduled_message.");
    }

    private Addressed task(Event<byte[]> event) {
        OfTask task = data(event, OfTask.class);
        Set<UUID> owners = union(task.assigneeIds(), Set.of(task.createdBy()));
        Set<UUID> former = task.changed() == null ? null : from(task.changed().assigneeIds());
        Set<UUID> concerned = union(union(owners, task.watcherIds()), former);
        UUID channelId = task.channelId();
        Audience audience = channelId == null
                ? new Audience(concerned, Set.of(), Set.of(), owners)
                : new Audience(Set.of(), Set.of(channelId), concerned, owners);
        return Addressed.to(audience, channelId);
    }

    private Addressed meeting(Event<byte[]> event) {
        OfMeeting meeting = data(event, OfMeeting.class);
        Set<UUID> former =
                meeting.changed() == null ? null : from(meeting.changed().attendeeIds());
        Set<UUID> people = union(union(Set.of(meeting.organiserId()), meeting.attendeeIds()), former);
        return Addressed.to(Audience.people(people), null);
    }

    private Addressed channel(Event<byte[]> event) {
        OfChannel channel = data(event, OfChannel.class);
        ChannelView view = new ChannelView(
                channel.id(),
                requireNonNull(channel.privacy()),
                requireNonNull(channel.type()),
                null,
                channel.version());
        Set<UUID> moved = moved(event, channel);
        boolean joined = !event.type().equals("channel.member_removed");
        List<MembershipChange> changes = moved.stream()
                .map(user -> new MembershipChange(user, channel.id(), joined, event.time()))
                .toList();
        return new Addressed(Audience.members(channel.id(), moved), channel.id(), changes, view, false);
    }

    /** Who joined or left by an event; also the one who is no member any more is told so. */
    private static Set<UUID> moved(Event<byte[]> event, OfChannel channel) {
        return switch (event.type()) {
            case "channel.created" -> union(channel.memberIds(), null);
            case "channel.member_added", "channel.member_removed" ->
                Set.of(requireNonNull(channel.userId(), "userId is null"));
            default -> Set.of();
        };
    }

    private Addressed file(Event<byte[]> event) {
        OfFile file = data(event, OfFile.class);
        Set<UUID> uploader = file.uploadedBy() == null ? Set.of() : Set.of(file.uploadedBy());
        FileChanged changed = file.changed();
        Set<UUID> channels = union(file.channelIds(), changed == null ? null : from(changed.channelIds()));
        Set<UUID> tasks = union(file.taskIds(), changed == null ? null : from(changed.taskIds()));
        UUID only = channels.size() == 1 ? channels.iterator().next() : null;
        Addressed addressed = Addressed.to(new Audience(uploader, channels, Set.of(), null), only);
        return channels.size() + tasks.size() > 1 ? addressed.partly() : addressed;
    }

    private Addressed message(Event<byte[]> event) {
        OfMessage message = data(event, OfMessage.class);
        // Whoever wrote it may see it: the CEO also posts where he is no member.
        Set<UUID> sender = message.senderId() == null ? Set.of() : Set.of(message.senderId());
        return Addressed.to(new Audience(Set.of(), Set.of(message.channelId()), sender, null), message.channelId());
    }

    private Addressed person(Event<byte[]> event) {
        OfPerson person = data(event, OfPerson.class);
        return Addressed.to(Audience.people(Set.of(person.userId())), person.channelId());
    }

    private <T> T data(Event<byte[]> event, Class<T> type) {
        return requireNonNull(decoder.read(event, type).data(), "payload is null");
    }

    private static @Nullable Set<UUID> from(@Nullable Before people) {
        return people == null ? null : people.from();
    }

    private static Set<UUID> union(@Nullable Set<UUID> some, @Nullable Set<UUID> others) {
        Set<UUID> all = new HashSet<>();
        if (some != null) {
            all.addAll(some);
        }
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }
}
