package com.ceoplatform.voice.testing;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Api;
import com.ceoplatform.common.test.http.Someone;
import java.util.Map;
import java.util.function.IntSupplier;

/** The service as a client meets it, and what tests of commands often do. */
public final class VoiceApi extends Api {

    VoiceApi(IntSupplier port) {
        super(port);
    }

    /** Says something, in a new conversation. */
    public Answer say(Someone speaker, String transcript) {
        return post(speaker, "/voice/commands", Map.of("transcript", transcript));
    }

    /** Goes on with a conversation. */
    public Answer say(Someone speaker, String transcript, String conversationId) {
        return post(speaker, "/voice/commands", Map.of("transcript", transcript, "conversationId", conversationId));
    }
}
