package com.ceoplatform.message.mention;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.directory.Channels;
import com.ceoplatform.common.directory.People;
import com.ceoplatform.message.access.Conversation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the people that a text mentions. A name that several people bear means the one who is in the channel, and nobody
 * when that does not decide. Outside public channels only members can be mentioned: a mention tells what was said.
 */
@Component
public class Mentions {

    /** How long a new name may take to be understood. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final People people;
    private final Channels channels;
    private final ChannelMembers members;
    private final Clock clock;
    private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();

    Mentions(People people, Channels channels, ChannelMembers members, Clock clock) {
        this.people = requireNonNull(people, "people is null");
        this.channels = requireNonNull(channels, "channels is null");
        this.members = requireNonNull(members, "members is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    private record Snapshot(MentionedNames names, Instant takenAt) {}

    /** Whom the caller mentions, themselves left out. May ask channel-service: call it outside of transactions. */
    public List<UUID> in(String text, Conversation conversation) {
        if (text.indexOf('@') < 0) {
            return List.of();
        }
        List<Mention> found = names().in(text);
        if (found.isEmpty()) {
            return List.of();
        }
        Set<UUID> present = members(conversation);
        Set<UUID> mentioned = new LinkedHashSet<>();
        found.forEach(mention -> mentioned.addAll(meant(mention, present, conversation.isPublic())));
        mentioned.remove(conversation.caller().id());
        return List.copyOf(mentioned);
    }

    /** Everybody who bears a name, or belongs to the department of that name. */
    public Set<UUID> peopleCalled(String name) {
        return names().bearing(name);
    }

    private static Set<UUID> meant(Mention mention, Set<UUID> present, boolean open) {
        return switch (mention) {
            case Mention.Everybody() -> present;
            case Mention.AllOf(Set<UUID> userIds) -> open ? userIds : common(userIds, present);
            case Mention.OneOf(Set<UUID> userIds) -> {
                Set<UUID> here = common(userIds, present);
                Set<UUID> candidates = here.isEmpty() && open ? userIds : here;
                yield candidates.size() == 1 ? candidates : Set.of();
            }
        };
    }

    private static Set<UUID> common(Set<UUID> some, Set<UUID> others) {
        Set<UUID> both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    /** The copy of the members, or for a channel that is newer than the copy what channel-service says. */
    private Set<UUID> members(Conversation conversation) {
        UUID channelId = conversation.channelId();
        return channels.find(channelId).isPresent()
                ? new HashSet<>(channels.memberIds(channelId))
                : members.of(channelId);
    }

    private MentionedNames names() {
        Instant now = clock.instant();
        Snapshot snapshot = latest.get();
        if (snapshot == null || snapshot.takenAt().plus(FRESH).isBefore(now)) {
            snapshot = new Snapshot(new MentionedNames(people.all()), now);
            latest.set(snapshot);
        }
        return snapshot.names();
    }
}
