package com.ceoplatform.realtime.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.EventDecoder;
import com.ceoplatform.common.events.MalformedEventException;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.common.test.event.GoldenEvents;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Reads the golden files, so that what producers promise is what decides here. */
class AddressReaderTests {

    private final AddressReader reader = new AddressReader(new EventDecoder(PlatformJson.mapper()));

    private Addressed read(Topic topic, String type, Object payload) {
        byte[] bytes = PlatformJson.mapper().writeValueAsBytes(payload);
        Event<byte[]> event = new Event<>(
                Ids.next(),
                type,
                "/test",
                "x",
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                new Event.Position(topic.topicName(), 0, 0, "x"),
                bytes);
        return reader.read(event).orElseThrow();
    }

    private Addressed golden(Topic topic, String type) {
        return read(topic, type, GoldenEvents.read(type));
    }

    private static UUID id(JsonNode payload, String field) {
        return UUID.fromString(payload.get(field).stringValue());
    }

    private static Set<UUID> ids(JsonNode payload, String field) {
        return StreamSupport.stream(payload.get(field).spliterator(), false)
                .map(node -> UUID.fromString(node.stringValue()))
                .collect(java.util.stream.Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task.created",
                "task.updated",
                "task.assigned",
                "task.unassigned",
                "task.status_changed",
                "task.commented",
                "task.dependency_added",
                "task.dependency_removed",
                "task.deleted"
            })
    void addressesTasksToThoseOnThemWithinTheirChannel(String type) {
        JsonNode payload = GoldenEvents.read(type);
        Addressed addressed = golden(Topic.TASKS, type);
        Optional<UUID> channel = Optional.of(payload.get("channelId"))
                .filter(JsonNode::isString)
                .map(node -> UUID.fromString(node.stringValue()));

        assertThat(addressed.audience().isTask()).isTrue();
        assertThat(Optional.ofNullable(addressed.channelId())).isEqualTo(channel);
        assertThat(
                        channel.isPresent()
                                ? addressed.audience().concerned()
                                : addressed.audience().people())
                .contains(id(payload, "createdBy"))
                .containsAll(ids(payload, "assigneeIds"));
    }

    @Test
    void makesTheMembersOfANewChannelKnown() {
        JsonNode payload = GoldenEvents.read("channel.created");
        Addressed addressed = golden(Topic.CHANNELS, "channel.created");

        assertThat(addressed.memberships())
                .allMatch(MembershipChange::joined)
                .extracting(MembershipChange::userId)
                .containsExactlyInAnyOrderElementsOf(ids(payload, "memberIds"));
        assertThat(addressed.channelId()).isEqualTo(id(payload, "id"));
    }

    @Test
    void alsoTellsWhoIsRemoved() {
        JsonNode payload = GoldenEvents.read("channel.member_removed");
        Addressed addressed = golden(Topic.CHANNELS, "channel.member_removed");

        assertThat(addressed.audience().people()).containsExactly(id(payload, "userId"));
        assertThat(addressed.memberships()).singleElement().matches(change -> !change.joined());
    }

    @ParameterizedTest
    @ValueSource(strings = {"channel.updated", "channel.archived", "channel.restored"})
    void addressesChannelsToTheirMembers(String type) {
        Addressed addressed = golden(Topic.CHANNELS, type);

        assertThat(addressed.audience().channels()).containsExactly(id(GoldenEvents.read(type), "id"));
        assertThat(addressed.memberships()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message.posted",
                "message.edited",
                "message.deleted",
                "message.reaction_added",
                "message.reaction_removed",
                "message.pinned",
                "message.unpinned",
                "message.acknowledged"
            })
    void addressesMessagesToTheMembersOfTheirChannel(String type) {
        Addressed addressed = golden(Topic.MESSAGES, type);

        assertThat(addressed.audience().channels()).containsExactly(id(GoldenEvents.read(type), "channelId"));
        assertThat(addressed.audience().people()).isEmpty();
    }

    @Test
    void keepsWhatIsOnesOwnToOneself() {
        UUID user = Ids.next();

        assertThat(golden(Topic.MESSAGES, "read.advanced").audience())
                .isEqualTo(Audience.people(Set.of(id(GoldenEvents.read("read.advanced"), "userId"))));
        assertThat(golden(Topic.MESSAGES, "scheduled_message.created").audience())
                .isEqualTo(Audience.people(Set.of(id(GoldenEvents.read("scheduled_message.created"), "userId"))));
        assertThat(golden(Topic.USERS, "user.updated").audience())
                .isEqualTo(Audience.people(Set.of(id(GoldenEvents.read("user.updated"), "id"))));
        assertThat(read(Topic.COMMANDS, "command.planned", Map.of("userId", user))
                        .audience())
                .isEqualTo(Audience.people(Set.of(user)));
        assertThat(read(Topic.NOTIFICATIONS, "notification.created", Map.of("userId", user))
                        .audience())
                .isEqualTo(Audience.people(Set.of(user)));
    }

    @Test
    void addressesMeetingsAndFiles() {
        UUID organiser = Ids.next();
        UUID attendee = Ids.next();
        UUID channel = Ids.next();

        assertThat(read(
                                Topic.TASKS,
                                "meeting.scheduled",
                                Map.of("organiserId", organiser, "attendeeIds", Set.of(attendee)))
                        .audience())
                .isEqualTo(Audience.people(Set.of(organiser, attendee)));
        assertThat(read(Topic.CHANNELS, "file.uploaded", Map.of("channelIds", Set.of(channel), "uploadedBy", organiser))
                        .audience())
                .isEqualTo(Audience.members(channel, Set.of(organiser)));
    }

    @Test
    void alsoTellsOfAFileThoseWhoHadItAndNamesNobodysPlacesToOthers() {
        UUID uploader = Ids.next();
        UUID kept = Ids.next();
        UUID former = Ids.next();
        Map<String, Object> change = Map.of("from", Set.of(kept, former), "to", Set.of(kept));

        Addressed moved = read(
                Topic.CHANNELS,
                "file.updated",
                Map.of("channelIds", Set.of(kept), "uploadedBy", uploader, "changed", Map.of("channelIds", change)));
        Addressed inOnePlace =
                read(Topic.CHANNELS, "file.uploaded", Map.of("channelIds", Set.of(kept), "uploadedBy", uploader));

        assertThat(moved.audience().channels()).containsExactlyInAnyOrder(kept, former);
        assertThat(moved.isPartly()).isTrue();
        assertThat(inOnePlace.isPartly()).isFalse();
        assertThat(golden(Topic.CHANNELS, "file.uploaded").isPartly()).isTrue();
    }

    @Test
    void refusesPayloadsThatDoNotSayWhomTheyAreFor() {
        for (Topic topic : Set.of(Topic.TASKS, Topic.CHANNELS, Topic.MESSAGES, Topic.NOTIFICATIONS, Topic.USERS)) {
            assertThatExceptionOfType(MalformedEventException.class)
                    .isThrownBy(() -> read(topic, "any.thing", Map.of("title", "x")));
        }
    }
}
