package com.ceoplatform.channel.privacy;

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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChannelServiceTest
class ForgettingIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Autowired
    private Uploader uploader;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tellsOfTheFilesOfWhoeverIsForgotten() {
        Someone leaver = organisation.staff();
        Someone colleague = organisation.staff();
        UUID channel = api.channel(leaver, "private", colleague);
        UUID file = uploader.file(leaver, channel);
        UUID begun = uploader.create(leaver, Map.of("name", "half.txt"), 100).id();
        UUID another = uploader.file(colleague);

        Answer forgotten = api.delete(organisation.ceo(), "/admin/personal-data/" + leaver.id());

        assertThat(forgotten.at("/rows/files").asInt()).isEqualTo(2);
        OutboxProbe.Row event = outbox.last(file, "file.deleted");
        assertThat(event.payload().at("/channelIds/0").asString()).isEqualTo(channel.toString());
        GoldenEvents.assertMatches("file.deleted", event.payload());
        assertThat(outbox.types(begun)).isEmpty();
        assertThat(api.get(colleague, "/files/" + file).code()).isEqualTo("file_not_found");
        assertThat(api.get(colleague, "/files/" + another).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(unerased(leaver)).isZero());

        assertThat(api.delete(organisation.ceo(), "/admin/personal-data/" + leaver.id())
                        .at("/rows/files")
                        .asInt())
                .isZero();
        assertThat(outbox.types(file)).containsExactly("file.uploaded", "file.deleted");
    }

    private int unerased(Someone owner) {
        return jdbc.sql("SELECT count(*) FROM stored_file WHERE uploaded_by = :owner AND erased_at IS NULL")
                .param("owner", owner.id())
                .query(Integer.class)
                .single();
    }
}
