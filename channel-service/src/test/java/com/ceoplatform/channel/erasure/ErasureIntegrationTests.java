package com.ceoplatform.channel.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.channel.testing.Uploader;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChannelServiceTest
class ErasureIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Uploader uploader;

    @Autowired
    private Erasure erasure;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    private Someone owner;

    @BeforeEach
    void newOwner() {
        owner = organisation.staff();
    }

    @Test
    void erasesTheBytesOfADeletedFile() {
        UUID channel = api.channel(owner, "private");
        UUID file = uploader.file(owner, channel);
        String address = api.get(owner, "/files/" + file + "/content").header("Location");
        assertThat(object(file)).exists();

        assertThat(api.delete(owner, "/files/" + file).status()).isEqualTo(204);

        await().untilAsserted(() -> assertThat(object(file)).doesNotExist());
        assertThat(api.get(owner, "/files/" + file).code()).isEqualTo("file_not_found");
        assertThat(api.get(owner, "/channels/" + channel + "/files").items("id"))
                .isEmpty();
        assertThat(uploader.send(HttpRequest.newBuilder(URI.create(address)).build())
                        .statusCode())
                .isEqualTo(404);
        OutboxProbe.Row event = outbox.last(file, "file.deleted");
        assertThat(event.payload().at("/channelIds/0").asString()).isEqualTo(channel.toString());
        GoldenEvents.assertMatches("file.deleted", event.payload());
    }

    @Test
    void erasesLaterWhatCouldNotBeErasedAtOnce() throws IOException {
        UUID file = uploader.file(owner);
        Path inTheWay = object(file).resolve("x");
        Files.delete(object(file));
        Files.createDirectory(object(file));
        Files.createFile(inTheWay);

        assertThat(api.delete(owner, "/files/" + file).status()).isEqualTo(204);
        erasure.round();
        assertThat(isErased(file)).isFalse();

        Files.delete(inTheWay);
        await().untilAsserted(() -> {
            erasure.round();
            assertThat(isErased(file)).isTrue();
        });
        assertThat(object(file)).doesNotExist();
    }

    @Test
    void givesUpWhatNobodyGoesOnWith() {
        Answer old = uploader.create(owner, Map.of("name", "a"), 70_000);
        uploader.put(old.at("/upload/parts/0"), Uploader.text(70_000));
        Answer young = uploader.create(owner, Map.of("name", "b"), 100);
        UUID available = uploader.file(owner);
        UUID asked = api.post(owner, "/files", Map.of("name", "c")).id();
        jdbc.sql(
                        "UPDATE stored_file SET updated_at = updated_at - interval '25 hours' WHERE id <> :young AND uploaded_by = :owner")
                .param("young", young.id())
                .param("owner", owner.id())
                .update();

        erasure.round();

        await().untilAsserted(() -> assertThat(isErased(old.id())).isTrue());
        assertThat(uploads(old)).isEmpty();
        assertThat(api.get(owner, "/files").items("id"))
                .containsExactlyInAnyOrder(young.id().toString(), available.toString(), asked.toString());
        assertThat(outbox.types(old.id())).isEmpty();
    }

    @Test
    void throwsAwayWhatWasRefused() {
        byte[] content = Uploader.text(200);
        Answer created = uploader.create(owner, Map.of("name", "a"), 200);
        uploader.putAll(created, content);

        assertThat(uploader.complete(owner, created.id(), Uploader.text(201)).code())
                .isEqualTo("checksum_mismatch");

        await().untilAsserted(() -> assertThat(isErased(created.id())).isTrue());
        assertThat(object(created.id())).doesNotExist();
    }

    private Path object(UUID file) {
        return storage().resolve("objects/platform-files/files/" + file);
    }

    /** What the store still has of an upload. */
    private Stream<Path> uploads(Answer file) {
        String uploadId = jdbc.sql("SELECT upload_id FROM stored_file WHERE id = :id")
                .param("id", file.id())
                .query(String.class)
                .single();
        return Stream.of(storage().resolve("uploads/" + uploadId)).filter(Files::exists);
    }

    private Path storage() {
        return Path.of(environment.getRequiredProperty("platform.storage.directory"));
    }

    private boolean isErased(UUID file) {
        return jdbc.sql("SELECT erased_at IS NOT NULL FROM stored_file WHERE id = :id")
                .param("id", file)
                .query(Boolean.class)
                .single();
    }
}
