package com.ceoplatform.deploy.say;

import com.ceoplatform.deploy.client.ApiClient;
import com.ceoplatform.deploy.client.RealtimeConnection;
import org.jspecify.annotations.Nullable;

/** The connection of the second person, if there is one. */
record Watching(@Nullable RealtimeConnection connection) implements AutoCloseable {

    static Watching open(@Nullable ApiClient person, Transcript transcript) {
        if (person == null) {
            return new Watching(null);
        }
        String name = person.userName();
        return new Watching(RealtimeConnection.open(person, frame -> transcript.othersFrame(name, frame)));
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
    }
}
