package com.ceoplatform.task.access;

import com.ceoplatform.common.directory.Channel;
import com.ceoplatform.common.directory.ChannelAccess;
import com.ceoplatform.common.directory.Channels;
import com.ceoplatform.common.directory.People;
import com.ceoplatform.common.directory.Person;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People and channels as tasks need them. What may ask another service is named {@code ask...} and is called before a
 * transaction; all else only reads this service's own copies.
 */
@Component
public class Organisation {

    private static final Logger LOG = LoggerFactory.getLogger(Organisation.class);

    private final People people;
    private final Channels channels;
    private final ChannelMembers members;
    private final JdbcClient jdbc;

    Organisation(People people, Channels channels, ChannelMembers members, JdbcClient jdbc) {
        this.people = people;
        this.channels = channels;
        this.members = members;
        this.jdbc = jdbc;
    }

    public Viewer viewer(Caller caller) {
        String department = caller.department();
        Set<UUID> team = caller.role() == Role.MANAGER && department != null ? peopleOf(department) : Set.of();
        return new Viewer(caller, team, Map.of());
    }

    /** Everyone of a department, those who have left included: their tasks remain. */
    private Set<UUID> peopleOf(String department) {
        return new HashSet<>(jdbc.sql("SELECT id FROM directory_person WHERE department = :department")
                .param("department", department)
                .query(UUID.class)
                .list());
    }

    /** Makes people known here who were created a moment ago. */
    public void askForPeople(Collection<UUID> ids) {
        people.findAll(ids);
    }

    /** The viewer with what a channel's owner says about it, when the viewer may see it. */
    public Viewer askForChannel(UUID channelId, Viewer viewer) {
        if (viewer.channel(channelId).isPresent()) {
            return viewer;
        }
        Optional<ChannelAccess> access = channels.access(channelId, viewer.caller());
        return access.map(found -> viewer.with(new KnownChannel(found, Set.of())))
                .orElse(viewer);
    }

    /** The same for a channel that may well be none of the viewer's business, so that no answer is a no. */
    public Viewer askWhetherVisible(UUID channelId, Viewer viewer) {
        try {
            return askForChannel(channelId, viewer);
        } catch (DomainException unavailable) {
            if (unavailable.kind() != ErrorKind.UNAVAILABLE) {
                throw unavailable;
            }
            LOG.warn("Channel {} stays invisible to {}: its owner does not answer", channelId, viewer.id());
            return viewer;
        }
    }

    /** The viewer with the members of a channel, as far as they matter for whether these people are among them. */
    public Viewer askForMembers(UUID channelId, Collection<UUID> userIds, Viewer viewer) {
        Optional<KnownChannel> channel = viewer.channel(channelId);
        if (channel.isEmpty() || channel.get().access().channel().isPublic()) {
            return viewer;
        }
        Set<UUID> found = new HashSet<>(channel.get().memberIds());
        found.addAll(channels.memberIds(channelId));
        if (!found.containsAll(userIds)) {
            found.addAll(members.ask(channelId));
        }
        return viewer.with(new KnownChannel(channel.get().access(), found));
    }

    /** Whether it is somebody of the organisation who has not left. */
    public boolean isActive(UUID userId) {
        Person person = people.known(List.of(userId)).get(userId);
        return person != null && person.active();
    }

    /** Those of them who have not left, in their order. */
    public List<UUID> activeOf(Collection<UUID> userIds) {
        Map<UUID, Person> known = userIds.isEmpty() ? Map.of() : people.known(userIds);
        return userIds.stream()
                .filter(id -> known.containsKey(id) && known.get(id).active())
                .toList();
    }

    /** Those who would not see a task of the channel. */
    public Set<UUID> outsiders(KnownChannel channel, Collection<UUID> userIds) {
        Channel known = channel.access().channel();
        if (known.isPublic()) {
            return Set.of();
        }
        Set<UUID> outside = new HashSet<>(userIds);
        outside.removeAll(channel.memberIds());
        if (!known.isDirect()) {
            people.known(outside).values().stream()
                    .filter(person -> person.role() == Role.CEO)
                    .forEach(ceo -> outside.remove(ceo.id()));
        }
        return outside;
    }

    /** Whether the viewer works in the channel: as a member, or as the manager of its department. */
    public boolean worksIn(UUID channelId, Viewer viewer) {
        Optional<KnownChannel> told = viewer.channel(channelId);
        if (told.isPresent()) {
            return worksIn(told.get().access(), viewer);
        }
        return channels.find(channelId)
                .map(channel -> new ChannelAccess(
                        channel, channels.role(channelId, viewer.id()).orElse(null)))
                .filter(access -> worksIn(access, viewer))
                .isPresent();
    }

    /** @throws DomainException 409 {@code channel_archived}; 403 for those who only may look */
    public void requireWritable(KnownChannel channel, Viewer viewer) {
        if (channel.access().channel().isArchived()) {
            throw DomainException.conflict("channel_archived", "The channel is archived.");
        }
        if (!viewer.isCeo() && !worksIn(channel.access(), viewer)) {
            throw DomainException.forbidden("Only members of a channel may put tasks into it.");
        }
    }

    private static boolean worksIn(ChannelAccess access, Viewer viewer) {
        return access.isMember() || viewer.caller().manages(access.channel().department());
    }
}
