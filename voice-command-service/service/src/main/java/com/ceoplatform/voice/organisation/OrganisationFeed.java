package com.ceoplatform.voice.organisation;

import com.ceoplatform.common.directory.Channels;
import com.ceoplatform.common.directory.People;
import com.ceoplatform.common.directory.Person;
import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.EventDecoder;
import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.subscription.Subscription;
import com.ceoplatform.common.events.tail.EventTail;
import com.ceoplatform.common.events.tail.TailStart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills the organisation: tables first, then events. One consumer group writes the tables; every process follows all events
 * by itself for what it has in memory.
 */
@Configuration(proxyBeanMethods = false)
class OrganisationFeed {

    private static final Logger LOG = LoggerFactory.getLogger(OrganisationFeed.class);
    private static final List<String> TASK_EVENTS = List.of(
            "task.created", "task.updated", "task.assigned", "task.unassigned", "task.status_changed", "task.deleted");

    /** Events that the tables may not have yet. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    /** How far events are read back when the tables do not say. */
    private static final Duration ALL = Duration.ofDays(7);

    @Bean
    Subscription taskSubscription(TaskCopies copies) {
        Subscription.Builder builder = Subscription.named("tasks").topics(Topic.TASKS);
        for (String type : TASK_EVENTS) {
            builder.on(
                    type,
                    TaskState.class,
                    event -> copies.save(event.data(), type.equals("task.deleted"), event.time()));
        }
        return builder.build();
    }

    @Bean
    EventTail organisationTail(
            @Qualifier("eventConsumers") ConsumerFactory<String, byte[]> consumers,
            EventDecoder decoder,
            OrganisationLoader loader,
            OrganisationCopy copy,
            JsonMapper mapper) {
        return new EventTail(
                "organisation",
                consumers,
                decoder,
                List.of(Topic.USERS.topicName(), Topic.CHANNELS.topicName(), Topic.TASKS.topicName()),
                new TailStart.At(loader::load),
                event -> apply(event, copy, mapper));
    }

    private static void apply(Event<byte[]> event, OrganisationCopy copy, JsonMapper mapper) {
        String type = event.type();
        if (type.startsWith("user.")) {
            copy.put(mapper.readValue(event.data(), Person.class));
        } else if (type.startsWith("channel.")) {
            copy.put(mapper.readValue(event.data(), ChannelState.class));
        } else if (type.equals("task.deleted")) {
            copy.forgetTask(event.subject());
        } else if (TASK_EVENTS.contains(type)) {
            copy.put(mapper.readValue(event.data(), TaskState.class));
        }
    }

    @Bean
    OrganisationLoader organisationLoader(
            People people, Channels channels, JdbcClient jdbc, TaskCopies tasks, OrganisationCopy copy, Clock clock) {
        return new OrganisationLoader(new Sources(people, channels, jdbc, tasks), copy, clock);
    }

    /** Where the tables are. */
    record Sources(People people, Channels channels, JdbcClient jdbc, TaskCopies tasks) {

        Map<UUID, List<UUID>> members() {
            Map<UUID, List<UUID>> members = new HashMap<>();
            jdbc.sql("SELECT channel_id, user_id FROM directory_member").query(row -> {
                members.computeIfAbsent(row.getObject(1, UUID.class), channel -> new ArrayList<>())
                        .add(row.getObject(2, UUID.class));
            });
            return members;
        }
    }

    /** Reads the tables; answers from when on events must be followed. */
    static class OrganisationLoader {

        private final Sources sources;
        private final OrganisationCopy copy;
        private final Clock clock;

        OrganisationLoader(Sources sources, OrganisationCopy copy, Clock clock) {
            this.sources = sources;
            this.copy = copy;
            this.clock = clock;
        }

        Instant load() {
            try {
                return loadTables();
            } catch (DataAccessException unreachable) {
                LOG.warn("The organisation cannot be loaded; following all events instead", unreachable);
                return clock.instant().minus(ALL);
            }
        }

        private Instant loadTables() {
            Instant from = sources.tasks()
                    .newest()
                    .map(newest -> newest.minus(OVERLAP))
                    .orElseGet(() -> clock.instant().minus(ALL));
            sources.people().all().forEach(copy::put);
            Map<UUID, List<UUID>> members = sources.members();
            sources.channels()
                    .all()
                    .forEach(channel -> copy.put(new ChannelState(
                            channel.id(),
                            channel.name(),
                            channel.type(),
                            channel.privacy(),
                            channel.status(),
                            null,
                            members.getOrDefault(channel.id(), List.of()),
                            channel.version())));
            sources.tasks().forEach(copy::put);
            LOG.info("The organisation is loaded; following events since {}", from);
            return from;
        }
    }
}
