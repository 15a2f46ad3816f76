package com.ceoplatform.realtime.audience;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.realtime.frame.Feed;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Through whose eyes a connection sees: its user, as the current token says, and the feeds it asked for. */
public final class Viewer {

    private final UUID userId;
    private final Set<Feed> feeds = ConcurrentHashMap.newKeySet();
    private volatile Caller caller;
    private volatile String token;

    public Viewer(Caller caller, String token) {
        this.userId = caller.id();
        this.caller = caller;
        this.token = requireNonNull(token, "token is null");
    }

    public UUID userId() {
        return userId;
    }

    public Caller caller() {
        return caller;
    }

    /** The access token, to ask other services on the user's behalf. */
    public String token() {
        return token;
    }

    /** Goes on with a newer token of the same person. */
    public void renew(Caller newCaller, String newToken) {
        if (!newCaller.id().equals(userId)) {
            throw new IllegalArgumentException("The token belongs to another person");
        }
        caller = newCaller;
        token = requireNonNull(newToken, "newToken is null");
    }

    public Set<Feed> feeds() {
        return feeds;
    }

    boolean follows(Feed feed) {
        return !feeds.isEmpty() && feeds.contains(feed);
    }
}
