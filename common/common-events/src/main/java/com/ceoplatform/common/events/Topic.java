package com.ceoplatform.common.events;

import java.util.Arrays;
import java.util.Optional;

/** The topics services meet on. Only the relay writes to them. */
public enum Topic {
    /** Kept per user for good, so that a new service can build its directory from it. */
    USERS("users.events", true),
    SESSIONS("sessions.events", false),
    TASKS("tasks.events", false),
    CHANNELS("channels.events", false),
    MESSAGES("messages.events", false),
    NOTIFICATIONS("notifications.events", false),
    COMMANDS("commands.events", false);

    private final String topicName;
    private final boolean compacted;

    Topic(String topicName, boolean compacted) {
        this.topicName = topicName;
        this.compacted = compacted;
    }

    /** Name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /** Whether Kafka keeps the last event of every key for good instead of dropping events by age. */
    public boolean compacted() {
        return compacted;
    }

    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }
}
