package com.ceoplatform.realtime.audience;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Fetches what events have not taught yet. */
@Component
public final class ChannelAccess {

    private static final Duration AT_MOST = Duration.ofSeconds(5);

    private final ChannelClient client;
    private final ChannelFacts facts;
    private final Memberships memberships;

    public ChannelAccess(ChannelClient client, ChannelFacts facts, Memberships memberships) {
        this.client = requireNonNull(client, "client is null");
        this.facts = requireNonNull(facts, "facts is null");
        this.memberships = requireNonNull(memberships, "memberships is null");
    }

    /** Fetches the snapshot of a viewer's memberships, which are held already. */
    public Mono<Void> load(Viewer viewer) {
        return client.memberships(viewer.token())
                .doOnNext(channels -> memberships.load(viewer.userId(), channels))
                .then();
    }

    /** Whether a viewer may follow the feed of a channel: a public one, or as the CEO any that REST shows him. */
    public Mono<FeedAccess> feed(Viewer viewer, UUID channelId) {
        return look(viewer, channelId)
                .map(found -> found.map(
                                channel -> channel.isPublic() || viewer.caller().isCeo() || channel.myRole() != null
                                        ? FeedAccess.OPEN
                                        : FeedAccess.MEMBERS_ONLY)
                        .orElse(FeedAccess.INVISIBLE));
    }

    /** What a viewer gets of a channel's feed. */
    public enum FeedAccess {
        OPEN,
        MEMBERS_ONLY,
        INVISIBLE
    }

    /**
     * Waits until everything is known about the channels of an audience that this viewer can be told.
     *
     * @throws RuntimeException when channel-service does not answer
     */
    public void learn(Viewer viewer, Audience audience) {
        for (UUID channelId : audience.channels()) {
            if (facts.visibleToOthers(channelId, viewer.caller().isCeo()) == Verdict.UNKNOWN) {
                look(viewer, channelId).block(AT_MOST);
            }
        }
    }

    private Mono<Optional<ChannelView>> look(Viewer viewer, UUID channelId) {
        return client.channel(channelId, viewer.token())
                .doOnNext(found -> found.ifPresentOrElse(
                        facts::learn,
                        () -> facts.learnHidden(channelId, viewer.caller().isCeo())));
    }
}
