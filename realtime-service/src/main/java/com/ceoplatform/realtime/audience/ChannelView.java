package com.ceoplatform.realtime.audience;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What matters of a channel, as REST and events show it.
 *
 * @param myRole role of the caller; null when no member, and always in events
 */
public record ChannelView(
        UUID id, String privacy, String type, @Nullable String myRole, long version) {

    public boolean isPublic() {
        return privacy.equals("public");
    }

    boolean isDirect() {
        return type.equals("direct");
    }
}
