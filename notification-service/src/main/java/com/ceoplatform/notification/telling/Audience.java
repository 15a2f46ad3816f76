package com.ceoplatform.notification.telling;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.ceoplatform.common.directory.Channel;
import com.ceoplatform.common.directory.Channels;
import com.ceoplatform.common.directory.People;
import com.ceoplatform.common.directory.Person;
import com.ceoplatform.common.security.Role;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who people and channels are, from the copies kept here; asks no other service. */
@Component
public class Audience {

    private final People people;
    private final Channels channels;
    private final Patience patience;

    Audience(People people, Channels channels, Patience patience) {
        this.people = requireNonNull(people, "people is null");
        this.channels = requireNonNull(channels, "channels is null");
        this.patience = requireNonNull(patience, "patience is null");
    }

    /** The channel, waiting for it a moment when it is that new; the event is tried again when that does not help. */
    public Channel channel(UUID channelId) {
        return patience.until(() -> channels.find(channelId), Optional::isPresent)
                .orElseThrow(() -> new NotKnownYetException("channel", channelId));
    }

    public Set<UUID> members(UUID channelId) {
        return new LinkedHashSet<>(channels.memberIds(channelId));
    }

    Optional<Person> person(UUID userId) {
        return Optional.ofNullable(people.known(Set.of(userId)).get(userId));
    }

    /** Those who are still with the organisation. */
    List<Person> active(Set<UUID> userIds) {
        if (userIds.isEmpty()) {
            return List.of();
        }
        Map<UUID, Person> known = patience.until(
                () -> people.known(userIds), found -> found.keySet().containsAll(userIds));
        userIds.stream().filter(id -> !known.containsKey(id)).findFirst().ifPresent(id -> {
            throw new NotKnownYetException("person", id);
        });
        return known.values().stream().filter(Person::active).toList();
    }

    /** Those who may see what is in the channel. Somebody who has only just become a member is waited for a moment. */
    Set<UUID> whoSee(UUID channelId, Collection<Person> candidates) {
        Channel channel = channel(channelId);
        Set<UUID> wanted = candidates.stream().map(Person::id).collect(toCollection(HashSet::new));
        if (channel.isPublic()) {
            return wanted;
        }
        Set<UUID> present = patience.until(() -> whoSee(channel, candidates), seen -> seen.containsAll(wanted));
        wanted.retainAll(present);
        return wanted;
    }

    /** Those who see into a channel that has been closed: its members, the CEO, and webhooks, which are nobody. */
    public Set<UUID> whoStillSee(Collection<UUID> members, Set<UUID> candidates) {
        Map<UUID, Person> known = people.known(candidates);
        return candidates.stream()
                .filter(id -> members.contains(id)
                        || !known.containsKey(id)
                        || known.get(id).role() == Role.CEO)
                .collect(toSet());
    }

    private Set<UUID> whoSee(Channel channel, Collection<Person> candidates) {
        Set<UUID> present = members(channel.id());
        if (!channel.isDirect()) {
            candidates.stream()
                    .filter(person -> person.role() == Role.CEO)
                    .map(Person::id)
                    .forEach(present::add);
        }
        return present;
    }
}
