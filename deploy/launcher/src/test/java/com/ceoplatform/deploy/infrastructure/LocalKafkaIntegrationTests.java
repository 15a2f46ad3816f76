package com.ceoplatform.deploy.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaIntegrationTests {

    private static final Path JARS = ProjectRoot.find().kafkaJars();

    @TempDir
    private Path directory;

    @Test
    void keepsItsRecordsOverKillAndStopAndAnotherPort() throws Exception {
        DataDirectory data = new DataDirectory(directory.resolve("data"));
        data.create();
        LocalKafka kafka = new LocalKafka(data, Running.freePort(), Running.freePort(), JARS);
        try (Running first = Running.start(kafka.prepare(), data, kafka::isReady)) {
            createTopic(kafka);
            produce(kafka, "one");
            first.kill();
        }
        try (Running second = Running.start(kafka.prepare(), data, kafka::isReady)) {
            produce(kafka, "two");
        }
        LocalKafka moved = new LocalKafka(data, Running.freePort(), Running.freePort(), JARS);
        try (Running third = Running.start(moved.prepare(), data, moved::isReady)) {
            assertThat(consume(moved, 2)).containsExactly("one", "two");
        }
    }

    @Test
    void refusesAStorageDirectoryThatIsNone() throws IOException {
        DataDirectory data = new DataDirectory(directory.resolve("garbage"));
        data.create();
        Files.createDirectories(data.kafka().resolve("records"));
        Files.writeString(data.kafka().resolve("records/notes.txt"), "not a log");

        assertThatThrownBy(() -> new LocalKafka(data, 1, 2, JARS).prepare())
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("meta.properties is missing");
    }

    @Test
    void namesTheDirectoryThatLacksTheJars() {
        DataDirectory data = new DataDirectory(directory.resolve("unbuilt"));
        data.create();
        Path nowhere = directory.resolve("nowhere");

        assertThatThrownBy(() -> new LocalKafka(data, 1, 2, nowhere).prepare())
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining(nowhere.toString());
    }

    private static void createTopic(LocalKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void produce(LocalKafka kafka, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", value)).get();
        }
    }

    private static List<String> consume(LocalKafka kafka, int count) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("kept", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> values = new ArrayList<>();
            for (int poll = 0; poll < 30 && values.size() < count; poll++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
