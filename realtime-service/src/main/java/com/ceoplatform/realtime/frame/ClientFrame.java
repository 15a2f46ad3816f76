package com.ceoplatform.realtime.frame;

import java.util.Map;
import java.util.UUID;

/** What a client may say. */
public sealed interface ClientFrame {

    /** Sends what the client missed after these positions, the highest it saw of each stream. */
    record Resume(Map<String, Long> positions) implements ClientFrame {
        public Resume {
            positions = Map.copyOf(positions);
        }
    }

    /** Starts a feed on this connection. */
    record Subscribe(Feed feed) implements ClientFrame {}

    /** Ends a feed. */
    record Unsubscribe(Feed feed) implements ClientFrame {}

    /** The user is writing in a channel right now. */
    record Typing(UUID channelId) implements ClientFrame {}

    /** What others see of this connection. */
    record SetPresence(PresenceStatus status) implements ClientFrame {}

    /** Replaces the access token before it expires. */
    record Authenticate(String token) implements ClientFrame {}

    /** Asks for a pong. */
    record Ping() implements ClientFrame {}
}
