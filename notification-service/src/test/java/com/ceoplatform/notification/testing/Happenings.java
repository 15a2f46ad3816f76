package com.ceoplatform.notification.testing;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.http.Someone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What happens in the other services: their golden events, about the people and things of a test, through Kafka. */
public final class Happenings implements AutoCloseable {

    private static final JsonMapper MAPPER = PlatformJson.mapper();

    private final TestEvents events = new TestEvents();

    /** Something that is about to happen; more can be said of it before it is sent. */
    public final class Happening {

        private final UUID eventId = Ids.next();
        private final Topic topic;
        private final String type;
        private final String key;
        private final Someone actor;
        private final ObjectNode payload;
        private @Nullable UUID commandId;

        private Happening(Topic topic, String type, UUID key, Someone actor, ObjectNode payload) {
            this.topic = topic;
            this.type = type;
            this.key = key.toString();
            this.actor = actor;
            this.payload = payload;
        }

        public Happening with(String field, @Nullable Object value) {
            payload.set(field, MAPPER.valueToTree(value));
            return this;
        }

        /** It is done by a voice command. */
        public Happening by(UUID command) {
            commandId = command;
            return this;
        }

        /** Sends it; sending it again makes a duplicate. Answers the id of what it is about. */
        public UUID send() {
            UUID subject = UUID.fromString(payload.path("id").asString());
            events.send(eventId, topic, type, key, subject.toString(), actor.id(), commandId, payload);
            return subject;
        }
    }

    /** An event about a task; without a channel unless one is set. */
    public Happening task(String type, UUID taskId, Someone actor, Someone... people) {
        return new Happening(Topic.TASKS, type, taskId, actor, golden(type))
                .with("id", taskId)
                .with("channelId", null)
                .with("createdBy", actor.id())
                .with("assigneeIds", ids(people))
                .with("watcherIds", ids())
                .with("userIds", ids(people));
    }

    /** A task whose deadline nears or has passed; those who are to be told. */
    public Happening deadline(String type, UUID taskId, Someone creator, Someone... people) {
        return new Happening(Topic.TASKS, type, taskId, creator, golden(type))
                .with("id", taskId)
                .with("channelId", null)
                .with("createdBy", creator.id())
                .with("assigneeIds", ids(people))
                .with("watcherIds", ids())
                .with("userIds", ids(people));
    }

    /** A file, shared in channels. */
    public Happening file(String type, UUID fileId, Someone uploader, UUID... channels) {
        return new Happening(Topic.CHANNELS, type, fileId, uploader, golden(type))
                .with("id", fileId)
                .with("uploadedBy", uploader.id())
                .with("channelIds", channels);
    }

    /** Something about somebody's account was changed. */
    public Happening account(Someone person, Someone actor, Map<String, ?> changed) {
        return new Happening(Topic.USERS, "user.updated", person.id(), actor, golden("user.updated"))
                .with("id", person.id())
                .with("changed", changed);
    }

    public Happening comment(UUID taskId, Someone author, Someone... mentioned) {
        Map<String, Object> comment = Map.of(
                "id", Ids.next(), "authorId", author.id(), "content", "Looks good", "mentionedUserIds", ids(mentioned));
        return task("task.commented", taskId, author).with("comment", comment);
    }

    public Happening meeting(String type, UUID meetingId, Someone organiser, Someone... attendees) {
        ObjectNode payload = MAPPER.createObjectNode().put("title", "Budget round");
        return new Happening(Topic.TASKS, type, meetingId, organiser, payload)
                .with("id", meetingId)
                .with("organiserId", organiser.id())
                .with("attendeeIds", ids(attendees));
    }

    /** Somebody says whether they come. */
    public Happening answered(UUID meetingId, Someone organiser, Someone attendee, String response) {
        return new Happening(Topic.TASKS, "meeting.responded", meetingId, attendee, golden("meeting.responded"))
                .with("id", meetingId)
                .with("organiserId", organiser.id())
                .with("attendeeIds", ids(organiser, attendee))
                .with("userId", attendee.id())
                .with("response", response);
    }

    /** What somebody wanted to say later could not be said. */
    public Happening unsent(UUID channelId, Someone sender) {
        String type = "scheduled_message.failed";
        return new Happening(Topic.MESSAGES, type, channelId, sender, golden(type))
                .with("id", Ids.next())
                .with("userId", sender.id())
                .with("channelId", channelId);
    }

    /** An event about a private project. */
    public Happening channel(String type, UUID channelId, Someone actor, Someone... members) {
        return new Happening(Topic.CHANNELS, type, channelId, actor, golden(type))
                .with("id", channelId)
                .with("createdBy", actor.id())
                .with("memberIds", ids(members));
    }

    /** A message of medium priority, unless another one is set. */
    public Happening message(UUID channelId, Someone sender, Someone... mentioned) {
        return new Happening(Topic.MESSAGES, "message.posted", channelId, sender, golden("message.posted"))
                .with("id", Ids.next())
                .with("channelId", channelId)
                .with("senderId", sender.id())
                .with("mentionedUserIds", ids(mentioned));
    }

    /** Somebody says of an urgent message that they understood. */
    public Happening acknowledged(UUID messageId, UUID channelId, Someone reader) {
        return new Happening(Topic.MESSAGES, "message.acknowledged", channelId, reader, golden("message.acknowledged"))
                .with("id", messageId)
                .with("channelId", channelId)
                .with("userId", reader.id());
    }

    public Happening edited(UUID messageId, UUID channelId, Someone sender) {
        return new Happening(Topic.MESSAGES, "message.edited", channelId, sender, golden("message.edited"))
                .with("id", messageId)
                .with("channelId", channelId);
    }

    public Happening deleted(UUID messageId, UUID channelId, Someone sender) {
        return new Happening(Topic.MESSAGES, "message.deleted", channelId, sender, golden("message.deleted"))
                .with("id", messageId)
                .with("channelId", channelId);
    }

    /** A command that has come to its end; its actions are given as status and id of their result, by turns. */
    public Happening command(String type, UUID commandId, Someone speaker, Object... actions) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (int index = 0; index < actions.length; index += 2) {
            steps.add(Map.of("status", actions[index], "result", Map.of("id", actions[index + 1].toString())));
        }
        return new Happening(Topic.COMMANDS, type, commandId, speaker, MAPPER.createObjectNode())
                .with("id", commandId)
                .with("userId", speaker.id())
                .with("plan", Map.of("actions", steps))
                .by(commandId);
    }

    private static ObjectNode golden(String type) {
        return (ObjectNode) GoldenEvents.read(type);
    }

    private static Collection<UUID> ids(Someone... people) {
        return Arrays.stream(people).map(Someone::id).toList();
    }

    @Override
    public void close() {
        events.close();
    }
}
