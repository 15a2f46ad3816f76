package com.ceoplatform.voice.language;

import org.jspecify.annotations.Nullable;

/** What the speaker's client shows while they speak; either may be absent. */
public record ClientContext(
        @Nullable String channelId, @Nullable String taskId) {

    public static final ClientContext NONE = new ClientContext(null, null);
}
