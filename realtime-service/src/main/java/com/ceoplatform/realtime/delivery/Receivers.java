package com.ceoplatform.realtime.delivery;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.audience.Audience;
import com.ceoplatform.realtime.audience.Memberships;
import com.ceoplatform.realtime.connection.Connection;
import com.ceoplatform.realtime.connection.Connections;
import com.ceoplatform.realtime.frame.Feed;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the connections that an event may concern without looking at all of them. */
@Component
class Receivers {

    private static final Feed TASKS = new Feed.Tasks();

    private final Connections connections;
    private final Memberships memberships;
    private final Feeds feeds;

    Receivers(Connections connections, Memberships memberships, Feeds feeds) {
        this.connections = requireNonNull(connections, "connections is null");
        this.memberships = requireNonNull(memberships, "memberships is null");
        this.feeds = requireNonNull(feeds, "feeds is null");
    }

    /** Everybody the audience might admit; whether it does is not decided here. */
    Set<Connection> candidates(Audience audience) {
        Set<Connection> found = new HashSet<>();
        audience.people().forEach(person -> add(found, person));
        audience.concerned().forEach(person -> add(found, person));
        for (UUID channel : audience.channels()) {
            memberships.membersOf(channel).forEach(person -> add(found, person));
            found.addAll(feeds.of(new Feed.OfChannel(channel)));
        }
        if (audience.isTask()) {
            found.addAll(feeds.of(TASKS));
        }
        return found;
    }

    private void add(Set<Connection> found, UUID person) {
        found.addAll(connections.of(person));
    }
}
