package com.ceoplatform.realtime.audience;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known about who may see channels without being a member; events and questions teach it. */
@Component
public final class ChannelFacts {

    /** Older than every real version: what a refusal teaches gives way to any event. */
    private static final long FROM_REFUSAL = -1;

    private final Map<UUID, Fact> facts = new ConcurrentHashMap<>();

    /** @param direct null when nobody could tell yet */
    private record Fact(boolean isPublic, @Nullable Boolean direct, long version) {}

    /** Takes note of a channel; an older version changes nothing. */
    public void learn(ChannelView channel) {
        Fact newer = new Fact(channel.isPublic(), channel.isDirect(), channel.version());
        facts.merge(channel.id(), newer, (known, found) -> found.version() >= known.version() ? found : known);
    }

    /** Takes note of a channel that was refused to somebody: private, and to the CEO only a direct conversation is. */
    void learnHidden(UUID channelId, boolean fromCeo) {
        facts.merge(
                channelId,
                new Fact(false, fromCeo ? Boolean.TRUE : null, FROM_REFUSAL),
                (known, found) -> known.version() > FROM_REFUSAL || known.direct() != null ? known : found);
    }

    /** Whether somebody who is no member may see a channel. */
    Verdict visibleToOthers(UUID channelId, boolean ceo) {
        Fact fact = facts.get(channelId);
        if (fact == null) {
            return Verdict.UNKNOWN;
        }
        if (!ceo) {
            return fact.isPublic() ? Verdict.YES : Verdict.NO;
        }
        if (fact.direct() == null) {
            return Verdict.UNKNOWN;
        }
        return fact.direct() ? Verdict.NO : Verdict.YES;
    }
}
