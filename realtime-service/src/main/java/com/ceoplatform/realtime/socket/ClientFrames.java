package com.ceoplatform.realtime.socket;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.audience.ChannelAccess;
import com.ceoplatform.realtime.connection.CloseCode;
import com.ceoplatform.realtime.connection.Connection;
import com.ceoplatform.realtime.delivery.Delivery;
import com.ceoplatform.realtime.delivery.Feeds;
import com.ceoplatform.realtime.frame.ClientFrame;
import com.ceoplatform.realtime.frame.Feed;
import com.ceoplatform.realtime.frame.ServerFrames;
import com.ceoplatform.realtime.presence.Presence;
import com.ceoplatform.realtime.presence.Typing;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Does what clients ask for; runs on event loops and never blocks them. */
@Component
class ClientFrames {

    private final Delivery delivery;
    private final Feeds feeds;
    private final ChannelAccess channels;
    private final Presence presence;
    private final Typing typing;
    private final ServerFrames frames;

    ClientFrames(
            Delivery delivery,
            Feeds feeds,
            ChannelAccess channels,
            Presence presence,
            Typing typing,
            ServerFrames frames) {
        this.delivery = requireNonNull(delivery, "delivery is null");
        this.feeds = requireNonNull(feeds, "feeds is null");
        this.channels = requireNonNull(channels, "channels is null");
        this.presence = requireNonNull(presence, "presence is null");
        this.typing = requireNonNull(typing, "typing is null");
        this.frames = requireNonNull(frames, "frames is null");
    }

    /** Completes when the frame has had its effect; renewing a token is the session's own business. */
    Mono<Void> handle(Session session, ClientFrame frame) {
        Connection connection = session.connection();
        return switch (frame) {
            case ClientFrame.Resume(var positions) ->
                done(() -> {
                    if (!delivery.resume(connection, positions)) {
                        error(connection, "resume_in_progress", "An earlier resume is still being answered.");
                    }
                });
            case ClientFrame.Subscribe(Feed.Tasks tasks) -> done(() -> subscribe(connection, tasks));
            case ClientFrame.Subscribe(Feed.OfChannel channel) -> subscribe(connection, channel);
            case ClientFrame.Unsubscribe(var feed) -> done(() -> feeds.unsubscribe(connection, feed));
            case ClientFrame.Typing(var channelId) -> done(() -> type(connection, channelId));
            case ClientFrame.SetPresence(var status) -> done(() -> presence.set(connection, status));
            case ClientFrame.Authenticate(var token) -> authenticate(session, token);
            case ClientFrame.Ping() -> done(() -> connection.offer(frames.pong()));
        };
    }

    private static Mono<Void> done(Runnable action) {
        return Mono.fromRunnable(action);
    }

    private void subscribe(Connection connection, Feed feed) {
        if (!feeds.subscribe(connection, feed)) {
            error(connection, "too_many_feeds", "This connection follows as many feeds as it may.");
        }
    }

    private Mono<Void> subscribe(Connection connection, Feed.OfChannel feed) {
        return channels.feed(connection.viewer(), feed.channelId())
                .doOnNext(access -> {
                    switch (access) {
                        case OPEN -> subscribe(connection, (Feed) feed);
                        case MEMBERS_ONLY -> error(connection, "forbidden", "Only public channels can be followed.");
                        case INVISIBLE ->
                            error(connection, "channel_not_found", "There is no such channel, or you may not see it.");
                    }
                })
                .then()
                .onErrorResume(failure -> done(() -> error(
                        connection, "temporarily_unavailable", "Channels cannot be checked right now; try again.")));
    }

    private void type(Connection connection, UUID channelId) {
        if (!typing.typing(connection, channelId)) {
            error(connection, "channel_not_found", "There is no such channel, or you are no member of it.");
        }
    }

    private Mono<Void> authenticate(Session session, String token) {
        return session.renew(token)
                .onErrorResume(failure -> done(() -> {
                    if (failure instanceof RefusedException refused && refused.code() == CloseCode.REVOKED) {
                        session.connection().close(CloseCode.REVOKED);
                    } else {
                        error(session.connection(), "invalid_token", "The token is not a valid one of this user.");
                    }
                }));
    }

    private void error(Connection connection, String code, String detail) {
        connection.offer(frames.error(code, detail));
    }
}
