package com.ceoplatform.common.events.outbox;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Topic;

/**
 * What a service has to say.
 *
 * @param type such as {@code task.created}
 * @param key id that must stay in order: task id, channel id for messages, user id for notifications
 * @param subject id of the aggregate that the event is about
 * @param data payload record; the resource as REST returns it, and for a change what changed
 */
public record OutgoingEvent(Topic topic, String type, String key, String subject, Object data) {

    public OutgoingEvent {
        requireNonNull(topic, "topic is null");
        requireNonNull(type, "type is null");
        requireNonNull(key, "key is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(data, "data is null");
    }

    /** An event whose aggregate is also what must stay in order. */
    public static OutgoingEvent of(Topic topic, String type, Object aggregateId, Object data) {
        String id = aggregateId.toString();
        return new OutgoingEvent(topic, type, id, id, data);
    }
}
