package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.deploy.platform.LocalPlatform;
import com.ceoplatform.deploy.service.PlatformService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** kill -9 of one process after the other, services and what they stand on, while messages and commands flow. */
@ExtendWith(RunningPlatform.class)
class CrashIntegrationTests {

    private static final Set<String> ENDED = Set.of("completed", "rolled_back", "failed", "partially_completed");

    static Stream<String> everyProcess() {
        return Stream.concat(
                Arrays.stream(PlatformService.values()).map(PlatformService::label),
                Stream.of("postgres", "kafka", "redis"));
    }

    @ParameterizedTest
    @MethodSource("everyProcess")
    void nothingAcceptedIsLostAndNothingIsHalfDone(String victim) throws InterruptedException {
        Person ceo = RunningPlatform.get().ceo();
        Person listener = ceo.hire("Lina Listener", "staff", "Crash");
        String channel = ceo.post("/channels", Map.of("name", "Crash " + victim, "memberIds", List.of(listener.id())))
                .expect(201)
                .id();
        Traffic traffic = new Traffic(ceo, channel);
        try (LiveView live = LiveView.persistent(listener)) {
            traffic.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> traffic.accepted().size() >= 10);

            LocalPlatform platform = RunningPlatform.get().platform();
            long pid = platform.process(victim).pid();
            platform.kill(victim);
            platform.awaitBack(victim, pid);

            int before = traffic.accepted().size();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> traffic.accepted().size() >= before + 10);
            traffic.stop();

            assertMessagesArrived(traffic, live, ceo, channel);
            assertCommandsEnded(traffic, ceo);
        } finally {
            traffic.stop();
        }
    }

    private static void assertMessagesArrived(Traffic traffic, LiveView live, Person ceo, String channel) {
        Set<String> accepted = new HashSet<>(traffic.accepted());
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(posted(live)).containsAll(accepted));

        List<Long> sequences = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode frame : live.events("message.posted")) {
            if (frame.path("data").path("channelId").asString().equals(channel)
                    && seen.add(frame.path("id").asString())) {
                sequences.add(frame.path("data").path("sequence").asLong());
            }
        }
        assertThat(sequences)
                .as("first deliveries come in order, each message under one id")
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(stored(ceo, channel)).containsAll(accepted);
    }

    private static Set<String> posted(LiveView live) {
        Set<String> contents = new HashSet<>();
        live.events("message.posted")
                .forEach(
                        frame -> contents.add(frame.path("data").path("content").asString()));
        return contents;
    }

    private static List<String> stored(Person ceo, String channel) {
        List<String> contents = new ArrayList<>();
        String cursor = null;
        do {
            JsonNode page = ceo.get("/channels/" + channel + "/messages?limit=200"
                            + (cursor == null ? "" : "&cursor=" + cursor))
                    .expect(200)
                    .body();
            page.path("items").forEach(item -> contents.add(item.path("content").asString()));
            cursor = page.path("nextCursor").asString(null);
        } while (cursor != null);
        assertThat(contents).doesNotHaveDuplicates();
        return contents;
    }

    private static void assertCommandsEnded(Traffic traffic, Person ceo) {
        assertThat(traffic.commands()).isNotEmpty();
        traffic.commands().forEach((id, title) -> {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(command(ceo, id).path("status").asString())
                                    .isIn(ENDED));
            JsonNode command = command(ceo, id);
            int tasks = ceo.get("/tasks?q=" + title.substring(title.lastIndexOf(' ') + 1))
                    .expect(200)
                    .body()
                    .path("items")
                    .size();
            assertThat(tasks)
                    .as(command.toString())
                    .isEqualTo(command.path("status").asString().equals("completed") ? 1 : 0);
        });
    }

    private static JsonNode command(Person ceo, String id) {
        return ceo.get("/voice/commands/" + id).expect(200).body();
    }
}
