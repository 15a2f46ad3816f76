package com.ceoplatform.message.testing;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Api;
import com.ceoplatform.common.test.http.Someone;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;

/** The service as a client meets it, and what tests of messages often do. */
public final class MessageApi extends Api {

    public MessageApi(IntSupplier port) {
        super(port);
    }

    /** Posts a message and answers its id. */
    public UUID message(Someone sender, UUID channelId, String content) {
        Answer answer = post(sender, "/channels/" + channelId + "/messages", Map.of("content", content));
        if (answer.status() != 201) {
            throw new AssertionError("Not posted: " + answer);
        }
        return answer.id();
    }
}
