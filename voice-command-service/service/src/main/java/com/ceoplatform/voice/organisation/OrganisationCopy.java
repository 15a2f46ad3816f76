package com.ceoplatform.voice.organisation;

import com.ceoplatform.common.directory.Person;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.voice.language.Speaker;
import com.ceoplatform.voice.language.organisation.Channel;
import com.ceoplatform.voice.language.organisation.ChannelType;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.OrganisationIndex;
import com.ceoplatform.voice.language.organisation.Privacy;
import com.ceoplatform.voice.language.organisation.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The organisation in memory, for names to be found in. Kept by events, and by what this service's own commands were
 * answered, which is earlier; the newer version wins.
 */
@Component
public class OrganisationCopy {

    private final OrganisationIndex index = new OrganisationIndex();
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private final JsonMapper mapper;

    OrganisationCopy(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Only what the speaker may see. */
    public Organisation visibleTo(Speaker speaker) {
        return index.visibleTo(speaker);
    }

    /** What somebody is called, deactivated or not; names are no secret within the organisation. */
    public Optional<String> nameOf(String personId) {
        return index.person(personId).map(com.ceoplatform.voice.language.organisation.Person::name);
    }

    /** Takes over a task or channel as its service has just answered it. */
    public void learn(boolean isTask, JsonNode resource) {
        if (!resource.path("id").isString()) {
            return;
        }
        if (isTask) {
            put(mapper.treeToValue(resource, TaskState.class));
        } else {
            put(mapper.treeToValue(resource, ChannelState.class));
        }
    }

    public void forgetTask(String id) {
        versions.put(id, Long.MAX_VALUE);
        index.removeTask(id);
    }

    void put(TaskState task) {
        String id = task.id().toString();
        versions.compute(id, (key, known) -> {
            if (known != null && known > task.version()) {
                return known;
            }
            index.upsert(task.toTask());
            return task.version();
        });
    }

    void put(ChannelState channel) {
        String id = channel.id().toString();
        versions.compute(id, (key, known) -> {
            if (known != null && known > channel.version()) {
                return known;
            }
            Channel now = channel(channel, channels.get(id));
            channels.put(id, now);
            index.upsert(now);
            return channel.version();
        });
    }

    void put(Person person) {
        String id = person.id().toString();
        versions.compute(id, (key, known) -> {
            if (known != null && known > person.version()) {
                return known;
            }
            index.upsert(person(person));
            return person.version();
        });
    }

    private static com.ceoplatform.voice.language.organisation.Person person(Person person) {
        UUID manager = person.managerId();
        return new com.ceoplatform.voice.language.organisation.Person(
                person.id().toString(),
                person.name(),
                Role.valueOf(person.role().name()),
                person.department(),
                person.jobTitle(),
                manager == null ? null : manager.toString(),
                person.active());
    }

    /** An answer without the members, because they were not asked for, leaves those known. */
    private static Channel channel(ChannelState state, @Nullable Channel known) {
        String id = state.id().toString();
        Set<String> members = state.memberIds() == null
                ? known == null ? Set.of() : known.memberIds()
                : state.memberIds().stream().map(UUID::toString).collect(Collectors.toUnmodifiableSet());
        return new Channel(
                id,
                state.name() == null ? "" : state.name(),
                ChannelType.valueOf(state.type().toUpperCase(Locale.ROOT)),
                Privacy.valueOf(state.privacy().toUpperCase(Locale.ROOT)),
                state.status().equals("archived"),
                Ids.createdAt(state.id()),
                state.lastActivityAt(),
                members);
    }
}
