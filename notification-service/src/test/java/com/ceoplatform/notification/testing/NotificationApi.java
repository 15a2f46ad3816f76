package com.ceoplatform.notification.testing;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Api;
import com.ceoplatform.common.test.http.Someone;
import java.util.List;
import java.util.function.IntSupplier;
import tools.jackson.databind.JsonNode;

/** The service as a client meets it. */
public final class NotificationApi extends Api {

    public NotificationApi(IntSupplier port) {
        super(port);
    }

    /** What the person is told at the moment, the newest first. */
    public List<JsonNode> notifications(Someone person) {
        Answer answer = get(person, "/notifications?limit=200");
        if (answer.status() != 200) {
            throw new AssertionError("Not listed: " + answer);
        }
        return answer.body().path("items").valueStream().toList();
    }

    /** The kinds of what the person is told at the moment, the newest first. */
    public List<String> kinds(Someone person) {
        return notifications(person).stream()
                .map(notification -> notification.path("kind").asString())
                .toList();
    }

    /** How the person's newest notification leaves: the state of each way, by the name of its channel. */
    public List<String> ways(Someone person) {
        String id = notifications(person).getFirst().path("id").asString();
        return get(person, "/notifications/" + id + "/deliveries")
                .at("items")
                .valueStream()
                .map(way ->
                        way.path("channel").asString() + " " + way.path("state").asString())
                .toList();
    }
}
