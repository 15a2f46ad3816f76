package com.ceoplatform.task.access;

import com.ceoplatform.common.directory.ChannelAccess;
import java.util.Set;
import java.util.UUID;

/**
 * A channel as it was found for one request.
 *
 * @param access what the caller is to it
 * @param memberIds everyone in it; may be empty where nobody asked
 */
public record KnownChannel(ChannelAccess access, Set<UUID> memberIds) {

    public KnownChannel {
        memberIds = Set.copyOf(memberIds);
    }
}
