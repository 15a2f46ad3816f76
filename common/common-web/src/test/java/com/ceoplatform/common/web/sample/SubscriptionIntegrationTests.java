package com.ceoplatform.common.web.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.deadletter.DeadLetter;
import com.ceoplatform.common.events.deadletter.DeadLetters;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(classes = NoteApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealInfrastructure.class)
class SubscriptionIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Notes notes;

    @Autowired
    private DeadLetters deadLetters;

    private final TestEvents events = new TestEvents();
    private final String run = Ids.next().toString();

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void handlesEachEventOnceHoweverOftenItIsDelivered() {
        UUID id = Ids.next();
        IntStream.range(0, 3).forEach(n -> send(id, "once-" + run));
        send(Ids.next(), "last-" + run);

        await().atMost(PATIENCE).until(() -> notes.count("in-place:last-" + run) == 1);
        assertThat(notes.count("in-place:once-" + run)).isEqualTo(1);
        assertThat(notes.count("in-place", "once-" + run)).isEqualTo(1);
    }

    @Test
    void passesOverWhatDoesNotConcernASubscription() {
        send(Ids.next(), "other-" + run);
        send(Ids.next(), "wanted-" + run);

        await().atMost(PATIENCE).until(() -> notes.count("some:wanted-" + run) == 1);
        await().atMost(PATIENCE).until(() -> notes.count("in-place:other-" + run) == 1);
        assertThat(notes.count("some", "other-" + run)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-place", "on-topics"})
    void triesAgainAndLeavesNothingOfFailedAttempts(String subscription) {
        String title = "flaky-" + subscription + run;
        send(Ids.next(), title);

        await().atMost(PATIENCE).until(() -> notes.count(subscription, title) == 3);
        await().atMost(PATIENCE).until(() -> notes.count(subscription + ":" + title) == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-place", "on-topics"})
    void givesUpAfterThreeAttemptsAndCanBeDrivenAgain(String subscription) {
        String title = "poison-" + subscription + run;
        UUID id = Ids.next();
        send(id, title);

        await().atMost(PATIENCE).until(() -> !letters(subscription, id).isEmpty());
        assertThat(notes.count(subscription, title)).isEqualTo(3);
        DeadLetter letter = letters(subscription, id).getFirst();
        assertThat(letter.type()).isEqualTo("task.created");
        assertThat(letter.payload()).contains(title);

        notes.heal(title);
        deadLetters.redrive(letter.group(), letter.id());

        await().atMost(PATIENCE).until(() -> notes.count(subscription + ":" + title) == 1);
    }

    @Test
    void putsMalformedRecordsAsideAtOnce() {
        events.sendRaw(new ProducerRecord<>(Topic.TASKS.topicName(), run, "not even json".getBytes(UTF_8)));
        UUID id = Ids.next();
        events.send(id, Topic.TASKS, "task.created", run, run, null, null, List.of("wrong form"));
        send(Ids.next(), "behind-" + run);

        await().atMost(PATIENCE).until(() -> notes.count("in-place:behind-" + run) == 1);
        await().atMost(PATIENCE).until(() -> !letters("in-place", id).isEmpty());
        assertThat(deadLetters.list()).anyMatch(letter -> letter.payload().equals("not even json"));
    }

    @Test
    void passesOverTypesItDoesNotKnow() {
        events.send(Topic.TASKS, "task.painted", run, List.of());
        send(Ids.next(), "known-" + run);

        await().atMost(PATIENCE).until(() -> notes.count("in-place:known-" + run) == 1);
        assertThat(deadLetters.list()).noneMatch(letter -> "task.painted".equals(letter.type()));
    }

    private List<DeadLetter> letters(String subscription, UUID eventId) {
        return deadLetters.list().stream()
                .filter(letter -> letter.group().equals("note-service." + subscription))
                .filter(letter -> eventId.toString().equals(letter.eventId()))
                .toList();
    }

    private void send(UUID id, String title) {
        events.send(id, Topic.TASKS, "task.created", run, run, null, null, new Notes.TaskCreated(Ids.next(), title));
    }
}
