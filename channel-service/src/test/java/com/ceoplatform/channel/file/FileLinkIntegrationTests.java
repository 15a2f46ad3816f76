package com.ceoplatform.channel.file;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ChannelServiceTest
class FileLinkIntegrationTests {

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
    private UUID channel;

    @BeforeEach
    void newOwner() {
        owner = organisation.staff();
        channel = api.channel(owner, "public");
    }

    @Test
    void linksAndUnlinks() {
        UUID file = uploader.file(owner);
        UUID task = tasks.task(owner);

        Answer linked = link(owner, file, Map.of("channelIds", List.of(channel), "taskIds", List.of(task)));

        assertThat(linked.status()).isEqualTo(200);
        assertThat(linked.texts("channelIds", "")).containsExactly(channel.toString());
        OutboxProbe.Row event = outbox.last(file, "file.updated");
        assertThat(event.payload().at("/changed/channelIds/to/0").asString()).isEqualTo(channel.toString());
        GoldenEvents.assertMatches("file.updated", event.payload());

        assertThat(api.delete(owner, "/files/" + file + "/channels/" + channel).status())
                .isEqualTo(204);
        assertThat(api.delete(owner, "/files/" + file + "/tasks/" + task).status())
                .isEqualTo(204);
        assertThat(api.delete(owner, "/files/" + file + "/tasks/" + task).code())
                .isEqualTo("link_not_found");
        assertThat(api.get(owner, "/channels/" + channel + "/files").items("id"))
                .isEmpty();
        assertThat(outbox.types(file)).containsExactly("file.uploaded", "file.updated", "file.updated", "file.updated");
    }

    @Test
    void linksOnceHoweverManyAsk() {
        UUID file = uploader.file(owner);

        List<Answer> answers =
                InParallel.run(12, index -> link(owner, file, Map.of("channelIds", List.of(channel, channel))));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(outbox.types(file)).containsExactly("file.uploaded", "file.updated");
        assertThat(api.get(owner, "/channels/" + channel + "/files").items("id"))
                .containsExactly(file.toString());
    }

    @Test
    void isTheUploadersToLink() {
        UUID file = uploader.file(owner, channel);
        Someone reader = organisation.staff();
        UUID own = api.channel(reader, "public");

        assertThat(link(reader, file, Map.of("channelIds", List.of(own))).status())
                .isEqualTo(403);
        assertThat(api.delete(reader, "/files/" + file + "/channels/" + channel).status())
                .isEqualTo(403);
        assertThat(link(owner, file, Map.of("channelIds", List.of(own))).status())
                .isEqualTo(403);
        assertThat(link(owner, file, Map.of("taskIds", List.of(tasks.task(reader))))
                        .code())
                .isEqualTo("validation_failed");
        assertThat(api.delete(reader, "/files/" + file).status()).isEqualTo(403);
        assertThat(link(organisation.ceo(), file, Map.of("channelIds", List.of(own)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void letsModeratorsTakeFilesOutOfTheirChannel() {
        Someone member = organisation.staff();
        UUID place = api.channel(owner, "private", member);
        UUID file = uploader.file(member, place);

        assertThat(api.delete(owner, "/files/" + file + "/channels/" + place).status())
                .isEqualTo(204);
        assertThat(api.get(owner, "/files/" + file).status()).isEqualTo(404);
        assertThat(api.get(member, "/files/" + file).status()).isEqualTo(200);
    }

    @Test
    void leavesArchivedChannelsAsTheyAre() {
        UUID file = uploader.file(owner, channel);
        api.post(owner, "/channels/" + channel + "/archive", null);

        assertThat(api.delete(owner, "/files/" + file + "/channels/" + channel).code())
                .isEqualTo("channel_archived");
        assertThat(api.get(owner, "/channels/" + channel + "/files").items("id"))
                .containsExactly(file.toString());
    }

    private Answer link(Someone caller, UUID file, Map<String, ?> to) {
        return api.post(caller, "/files/" + file + "/links", to);
    }
}
