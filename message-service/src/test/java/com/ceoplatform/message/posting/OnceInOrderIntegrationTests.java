package com.ceoplatform.message.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.common.test.infrastructure.Infrastructure;
import com.ceoplatform.message.testing.MessageApi;
import com.ceoplatform.message.testing.MessageServiceTest;
import com.ceoplatform.message.testing.Organisation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@MessageServiceTest
class OnceInOrderIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private MessageApi api;

    @Autowired
    private Organisation organisation;

    private Someone sender;
    private Someone reader;
    private UUID channel;

    @BeforeEach
    void newChannel() {
        sender = organisation.staff();
        reader = organisation.staff();
        channel = organisation.channel("private", sender, reader);
    }

    @Test
    void postsOnceUnderOneClientId() {
        Map<String, String> body = Map.of("content", "Hello", "clientMessageId", "c1");

        Answer first = post(body);
        Answer again = post(body);
        Answer other = post(Map.of("content", "Something else", "clientMessageId", "c1"));
        Answer fromSomebodyElse = api.post(reader, "/channels/" + channel + "/messages", body);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("client_message_id_reused");
        assertThat(fromSomebodyElse.status()).isEqualTo(201);
        assertThat(outbox.types(first.id())).containsExactly("message.posted");
    }

    @Test
    void postsOnceUnderOneClientIdSentManyTimesAtOnce() {
        List<Answer> answers = InParallel.run(24, _ -> post(Map.of("content", "Hello", "clientMessageId", "same")));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(answers)
                .extracting(Answer::id)
                .containsOnly(answers.getFirst().id());
        assertThat(outbox.types(answers.getFirst().id())).containsExactly("message.posted");
    }

    @Test
    void postsOnceUnderOneIdempotencyKey() {
        Map<String, String> body = Map.of("content", "Hello");
        String path = "/channels/" + channel + "/messages";

        List<Answer> answers = InParallel.run(8, _ -> api.post(sender, path, body, "Idempotency-Key", "k1"));
        Answer other = api.post(sender, path, Map.of("content", "Other"), "Idempotency-Key", "k1");

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::id)
                .containsOnly(answers.getFirst().id());
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
        assertThat(api.get(sender, path).items("id")).hasSize(1);
    }

    @Test
    void knowsARepeatedRequestAlthoughWhomItMentionsHasChangedMeanwhile() {
        String path = "/channels/" + channel + "/messages";
        Someone mentioned = organisation.staff("Quentin" + channel.toString().substring(24));
        organisation.join(channel, mentioned, "member");
        Map<String, String> body = Map.of("content", "Over to @" + mentioned.id());

        await().until(() -> !post(body).texts("mentionedUserIds", "").isEmpty());

        Answer first = api.post(sender, path, body, "Idempotency-Key", "k2");
        organisation.leave(channel, mentioned);
        Answer again = api.post(sender, path, body, "Idempotency-Key", "k2");

        assertThat(first.texts("mentionedUserIds", ""))
                .containsExactly(mentioned.id().toString());
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void keepsListEventsAndSequencesInOneOrder() {
        List<Someone> people = IntStream.range(0, 4)
                .mapToObj(_ -> {
                    Someone one = organisation.staff();
                    organisation.join(channel, one, "member");
                    return one;
                })
                .toList();

        List<Answer> answers = InParallel.run(
                120,
                index -> api.post(
                        people.get(index % 4), "/channels/" + channel + "/messages", Map.of("content", "m" + index)));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        List<String> newestFirst =
                api.get(reader, "/channels/" + channel + "/messages?limit=200").items("id");
        assertThat(eventsInCommitOrder()).isEqualTo(newestFirst.reversed()).hasSize(120);
        assertThat(answers)
                .extracting(answer -> answer.body().path("sequence").asLong())
                .doesNotHaveDuplicates();
    }

    /** Rows of one transaction have ids in the order of their writing; transactions of a channel never overlap. */
    private List<String> eventsInCommitOrder() {
        Infrastructure infrastructure = Infrastructure.shared();
        return JdbcClient.create(new DriverManagerDataSource(
                        infrastructure.databaseUrl(),
                        infrastructure.databaseSuperuser(),
                        infrastructure.databaseSuperuserPassword()))
                .sql("SELECT subject FROM outbox.event WHERE key = :key ORDER BY xmin::text::bigint, created_at, id")
                .param("key", channel.toString())
                .query(String.class)
                .list();
    }

    private Answer post(Map<String, ?> body) {
        return api.post(sender, "/channels/" + channel + "/messages", body);
    }
}
