package com.ceoplatform.channel.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.channel.testing.TaskService;
import com.ceoplatform.channel.testing.Uploader;
import com.ceoplatform.common.test.concurrency.InParallel;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ChannelServiceTest
class UploadIntegrationTests {

    private static final byte[] CONTENT = Uploader.text(150_000);

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Uploader uploader;

    @Autowired
    private TaskService tasks;

    private Someone owner;

    @BeforeEach
    void newOwner() {
        owner = organisation.staff();
    }

    @Test
    void takesAFileInPartsAndGivesItBack() {
        UUID channelId = api.channel(owner, "private");
        UUID taskId = tasks.task(owner);

        Answer created = uploader.create(
                owner,
                Map.of(
                        "name",
                        "Plan 💶.txt",
                        "contentType",
                        "text/plain",
                        "channelIds",
                        List.of(channelId),
                        "taskIds",
                        List.of(taskId)),
                CONTENT.length);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains("/api/v1/files/" + created.id());
        assertThat(created.text("status")).isEqualTo("uploading");
        assertThat(created.body().at("/upload/parts").size()).isEqualTo(3);
        assertThat(outbox.types(created.id())).isEmpty();

        uploader.putAll(created, CONTENT);
        Answer completed = uploader.complete(owner, created.id(), CONTENT);

        assertThat(completed.status()).isEqualTo(200);
        assertThat(completed.text("status")).isEqualTo("available");
        assertThat(completed.text("contentType")).isEqualTo("text/plain");
        assertThat(completed.text("sha256")).isEqualTo(Uploader.sha256(CONTENT));
        assertThat(uploader.download(owner, created.id(), "").body()).isEqualTo(new String(CONTENT, UTF_8));
        OutboxProbe.Row event = outbox.last(created.id(), "file.uploaded");
        assertThat(event.topic()).isEqualTo("channels.events");
        assertThat(event.actorId()).isEqualTo(owner.id());
        GoldenEvents.assertMatches("file.uploaded", event.payload());
    }

    @Test
    void goesOnWithWhatIsMissing() {
        Answer created = uploader.create(owner, Map.of("name", "a.txt"), CONTENT.length);
        uploader.put(created.body().at("/upload/parts/1"), CONTENT);

        Answer early = uploader.complete(owner, created.id(), CONTENT);
        Answer plan = api.get(owner, "/files/" + created.id() + "/upload");

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("upload_incomplete");
        assertThat(early.texts("missingParts", "")).containsExactly("1", "3");
        assertThat(plan.body()
                        .at("/upload/parts")
                        .valueStream()
                        .map(part -> part.path("uploaded").asBoolean()))
                .containsExactly(false, true, false);
        assertThat(plan.body().at("/upload/parts/1").has("url")).isFalse();
        uploader.putAll(plan, CONTENT);
        assertThat(uploader.complete(owner, created.id(), CONTENT).status()).isEqualTo(200);
        assertThat(api.get(owner, "/files/" + created.id() + "/upload").body().has("upload"))
                .isFalse();
    }

    @Test
    void takesNoOtherBytesThanWereAnnounced() {
        Answer created = uploader.create(owner, Map.of("name", "a.txt"), 100);
        byte[] longer = Uploader.text(101);

        URI address = URI.create(created.body().at("/upload/parts/0/url").asString());
        HttpResponse<String> put = uploader.send(HttpRequest.newBuilder(address)
                .PUT(BodyPublishers.ofByteArray(longer))
                .build());
        uploader.putAll(created, Uploader.text(100));
        Answer wrong = uploader.complete(owner, created.id(), longer);

        assertThat(put.statusCode()).isEqualTo(403);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.code()).isEqualTo("checksum_mismatch");
        assertThat(api.get(owner, "/files/" + created.id()).code()).isEqualTo("file_not_found");
        assertThat(outbox.types(created.id())).isEmpty();
    }

    @Test
    void refusesWhatIsNotWhatItWasSaidToBe() {
        byte[] page = "<html><body>Click here</body></html>".getBytes(UTF_8);
        byte[] script = "#!/bin/sh\necho\n".getBytes(UTF_8);

        Answer mismatch = uploader.upload(owner, Map.of("name", "a.png", "contentType", "image/png"), page);
        Answer refused = uploader.upload(owner, Map.of("name", "a.txt"), script);

        assertThat(mismatch.code()).isEqualTo("file_type_mismatch");
        assertThat(mismatch.text("contentType")).isEqualTo("text/html");
        assertThat(refused.code()).isEqualTo("file_type_refused");
    }

    @Test
    void completesOnceHoweverOftenItIsAsked() {
        Answer created = uploader.create(owner, Map.of("name", "a.txt"), CONTENT.length);
        uploader.putAll(created, CONTENT);

        List<Answer> answers = InParallel.run(8, index -> uploader.complete(owner, created.id(), CONTENT));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(outbox.types(created.id())).containsExactly("file.uploaded");
        assertThat(uploader.complete(owner, created.id(), CONTENT).body())
                .isEqualTo(api.get(owner, "/files/" + created.id()).body());
    }

    @Test
    void repeatsItselfUnderOneIdempotencyKey() {
        Map<String, Object> body = Map.of("name", "a.txt", "size", 100);

        Answer first = api.post(owner, "/files", body, "Idempotency-Key", "c:1");
        Answer second = api.post(owner, "/files", body, "Idempotency-Key", "c:1");
        uploader.putAll(second, Uploader.text(100));
        uploader.complete(owner, first.id(), Uploader.text(100));
        Answer third = api.post(owner, "/files", body, "Idempotency-Key", "c:1");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(third.status()).isEqualTo(201);
        assertThat(third.id()).isEqualTo(first.id());
        assertThat(api.post(owner, "/files", Map.of("name", "b"), "Idempotency-Key", "c:1")
                        .code())
                .isEqualTo("idempotency_key_reused");
    }

    @Test
    void repeatsItselfWhenTheFileWasDeletedSince() {
        Map<String, Object> body = Map.of("name", "a.txt", "size", 100);
        Answer first = api.post(owner, "/files", body, "Idempotency-Key", "c:2");
        api.delete(owner, "/files/" + first.id());

        Answer second = api.post(owner, "/files", body, "Idempotency-Key", "c:2");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body().has("upload")).isFalse();
    }

    @Test
    void letsOthersUploadWhatSomebodyAskedFor() {
        Someone ceo = organisation.ceo();
        UUID channelId = api.channel(owner, "private");
        Answer asked = api.post(ceo, "/files", Map.of("name", "Price list", "channelIds", List.of(channelId)));
        UUID id = asked.id();

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.text("status")).isEqualTo("requested");
        assertThat(asked.body().has("upload")).isFalse();
        assertThat(api.get(owner, "/channels/" + channelId + "/files?status=requested")
                        .items("id"))
                .containsExactly(id.toString());
        assertThat(api.post(organisation.staff(), "/files/" + id + "/upload", Map.of("size", 100))
                        .status())
                .isEqualTo(404);
        Answer begun = api.post(owner, "/files/" + id + "/upload", Map.of("size", 100));
        assertThat(begun.status()).isEqualTo(200);
        assertThat(api.post(ceo, "/files/" + id + "/upload", Map.of("size", 100))
                        .code())
                .isEqualTo("upload_begun");
        uploader.putAll(begun, Uploader.text(100));
        assertThat(uploader.complete(ceo, id, Uploader.text(100)).status()).isEqualTo(403);
        assertThat(uploader.complete(owner, id, Uploader.text(100)).text("uploadedBy"))
                .isEqualTo(owner.id().toString());
    }

    @Test
    void isNobodyElsesToGoOnWith() {
        UUID channelId = api.channel(owner, "public");
        Answer created =
                uploader.create(owner, Map.of("name", "a.txt", "channelIds", List.of(channelId)), CONTENT.length);
        Someone member = organisation.staff();

        assertThat(api.get(member, "/files/" + created.id() + "/upload").status())
                .isEqualTo(403);
        assertThat(uploader.complete(member, created.id(), CONTENT).status()).isEqualTo(403);
        assertThat(api.get(member, "/files/" + created.id() + "/content").code())
                .isEqualTo("content_not_found");
    }

    @Test
    void needsAChecksumThatAgrees() {
        Answer created = uploader.create(owner, Map.of("name", "a", "sha256", Uploader.sha256(CONTENT)), 100);
        Answer without = uploader.create(owner, Map.of("name", "a"), 100);

        assertThat(api.post(owner, "/files/" + without.id() + "/complete", null).texts("errors", "field"))
                .containsExactly("sha256");
        assertThat(uploader.complete(owner, created.id(), new byte[1]).code()).isEqualTo("validation_failed");
        assertThat(api.post(owner, "/files/" + created.id() + "/complete", Map.of("sha256", "abc"))
                        .status())
                .isEqualTo(422);
    }
}
