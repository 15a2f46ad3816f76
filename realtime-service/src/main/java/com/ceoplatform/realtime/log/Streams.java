package com.ceoplatform.realtime.log;

import com.ceoplatform.common.events.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The names under which clients know topic partitions: topic, partition, and a mark of the very topic. A topic that was
 * deleted and made again counts from zero; its other mark keeps old positions from fitting it by chance.
 */
final class Streams {

    private static final int MARK_LENGTH = 5;

    private final Map<TopicPartition, String> names;
    private final Map<String, TopicPartition> partitions = new HashMap<>();

    private Streams(Map<TopicPartition, String> names) {
        this.names = Map.copyOf(names);
        names.forEach((partition, name) -> partitions.put(name, partition));
    }

    /** Asks Kafka for the partitions of all topics that clients see. */
    static Streams describe(Admin admin, Collection<Topic> topics) throws ExecutionException, InterruptedException {
        List<String> topicNames = topics.stream().map(Topic::topicName).toList();
        Map<TopicPartition, String> names = new HashMap<>();
        for (TopicDescription topic :
                admin.describeTopics(topicNames).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(partition -> names.put(
                            new TopicPartition(topic.name(), partition.partition()),
                            name(topic, partition.partition())));
        }
        return new Streams(names);
    }

    private static String name(TopicDescription topic, int partition) {
        String mark = topic.topicId().toString().substring(0, MARK_LENGTH);
        String shortName = topic.name().substring(0, topic.name().indexOf('.'));
        return shortName + "-" + partition + "-" + mark;
    }

    /** Null for a partition that clients do not see. */
    @Nullable
    String name(TopicPartition partition) {
        return names.get(partition);
    }

    Optional<TopicPartition> partition(String name) {
        return Optional.ofNullable(partitions.get(name));
    }

    Collection<TopicPartition> all() {
        return names.keySet();
    }
}
