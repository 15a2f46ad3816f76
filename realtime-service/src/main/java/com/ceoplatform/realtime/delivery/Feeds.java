package com.ceoplatform.realtime.delivery;

import com.ceoplatform.realtime.audience.ChannelView;
import com.ceoplatform.realtime.connection.Connection;
import com.ceoplatform.realtime.connection.ConnectionListener;
import com.ceoplatform.realtime.frame.Feed;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which connections asked for which feed. */
@Component
public class Feeds implements ConnectionListener {

    private static final int PER_CONNECTION = 200;

    private final Map<Feed, Set<Connection>> followers = new ConcurrentHashMap<>();

    /** Starts a feed; false when the connection has too many. */
    public boolean subscribe(Connection connection, Feed feed) {
        Set<Feed> feeds = connection.viewer().feeds();
        if (feeds.size() >= PER_CONNECTION && !feeds.contains(feed)) {
            return false;
        }
        feeds.add(feed);
        followers.compute(feed, (key, known) -> {
            Set<Connection> connections = known == null ? ConcurrentHashMap.newKeySet() : known;
            connections.add(connection);
            return connections;
        });
        if (connection.isClosing()) {
            closed(connection);
        }
        return true;
    }

    /** Ends a feed. */
    public void unsubscribe(Connection connection, Feed feed) {
        connection.viewer().feeds().remove(feed);
        followers.computeIfPresent(feed, (key, known) -> {
            known.remove(connection);
            return known.isEmpty() ? null : known;
        });
    }

    Set<Connection> of(Feed feed) {
        return followers.getOrDefault(feed, Set.of());
    }

    /** A channel that is not public any more keeps no followers but the CEO. */
    void restrict(ChannelView channel) {
        Feed feed = new Feed.OfChannel(channel.id());
        if (!channel.isPublic()) {
            of(feed).stream()
                    .filter(connection -> !connection.viewer().caller().isCeo())
                    .forEach(connection -> unsubscribe(connection, feed));
        }
    }

    @Override
    public void closed(Connection connection) {
        Set.copyOf(connection.viewer().feeds()).forEach(feed -> unsubscribe(connection, feed));
    }
}
