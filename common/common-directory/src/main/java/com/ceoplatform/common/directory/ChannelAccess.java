package com.ceoplatform.common.directory;

import org.jspecify.annotations.Nullable;

/**
 * What a caller is to a channel that they may see.
 *
 * @param role owner, moderator or member; null for somebody who is none of them
 */
public record ChannelAccess(Channel channel, @Nullable String role) {

    public boolean isMember() {
        return role != null;
    }

    /** Whether the caller may moderate: owners and moderators. */
    public boolean moderates() {
        return "owner".equals(role) || "moderator".equals(role);
    }
}
