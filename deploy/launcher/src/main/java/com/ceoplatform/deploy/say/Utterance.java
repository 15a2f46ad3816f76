package com.ceoplatform.deploy.say;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said: text or a recording, never both. */
record Utterance(
        @Nullable String text,
        @Nullable Path audio,
        @Nullable String conversationId,
        boolean dryRun) {

    /** The request as the API wants it; the transcript is left out for a recording. */
    Map<String, Object> request() {
        Map<String, Object> request = new LinkedHashMap<>();
        if (text != null) {
            request.put("transcript", text);
        }
        if (conversationId != null) {
            request.put("conversationId", conversationId);
        }
        if (dryRun) {
            request.put("dryRun", true);
        }
        return request;
    }
}
