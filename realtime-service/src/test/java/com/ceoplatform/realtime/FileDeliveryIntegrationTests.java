package com.ceoplatform.realtime;

import static com.ceoplatform.realtime.support.Client.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.event.TestEvents;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.realtime.support.ChannelServiceStandIn;
import com.ceoplatform.realtime.support.Client;
import com.ceoplatform.realtime.support.Replica;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A file belongs to several places; whoever sees one of them does not learn of the others. */
class FileDeliveryIntegrationTests {

    private static final TestEvents EVENTS = new TestEvents();
    private static final ChannelServiceStandIn CHANNELS = new ChannelServiceStandIn();
    private static Replica replica;

    private final UUID uploader = Ids.next();
    private final UUID sarah = Ids.next();
    private final UUID sarahsChannel = Ids.next();
    private final UUID otherChannel = Ids.next();
    private final UUID task = Ids.next();
    private final UUID file = Ids.next();

    @BeforeAll
    static void start() {
        replica = Replica.start(CHANNELS, "platform.realtime.delivery.resume-grace=20ms");
    }

    @AfterAll
    static void stop() {
        replica.close();
        CHANNELS.close();
        EVENTS.close();
    }

    @BeforeEach
    void memberships() {
        CHANNELS.member(sarah, sarahsChannel);
    }

    private static Client connect(UUID user) {
        return Client.connect(replica.socket(), TestTokens.of(user, Role.STAFF, null));
    }

    private void send(String type, List<UUID> channels, Map<String, ?> changed) {
        Map<String, Object> payload = new HashMap<>(Map.of(
                "id",
                file,
                "name",
                "Plan.pdf",
                "uploadedBy",
                uploader,
                "channelIds",
                channels,
                "taskIds",
                List.of(task)));
        if (!changed.isEmpty()) {
            payload.put("changed", changed);
        }
        EVENTS.send(Topic.CHANNELS, type, file, payload);
    }

    private static List<String> ids(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void namesToEachOnlyThePlacesTheySee() {
        try (Client owner = connect(uploader);
                Client reader = connect(sarah)) {
            send("file.uploaded", List.of(sarahsChannel, otherChannel), Map.of());

            JsonNode whole = owner.await(event("file.uploaded", file)).path("data");
            JsonNode part = reader.await(event("file.uploaded", file)).path("data");

            assertThat(ids(whole.path("channelIds")))
                    .containsExactly(sarahsChannel.toString(), otherChannel.toString());
            assertThat(ids(whole.path("taskIds"))).containsExactly(task.toString());
            assertThat(ids(part.path("channelIds"))).containsExactly(sarahsChannel.toString());
            assertThat(ids(part.path("taskIds"))).isEmpty();
            assertThat(part.path("name").asString()).isEqualTo("Plan.pdf");
            assertThat(reader.frames().toString()).doesNotContain(otherChannel.toString(), task.toString());
        }
    }

    @Test
    void tellsThoseWhoLoseAFileAndNotWhereItStillIs() {
        try (Client reader = connect(sarah)) {
            send(
                    "file.updated",
                    List.of(otherChannel),
                    Map.of(
                            "channelIds",
                            Map.of("from", List.of(sarahsChannel, otherChannel), "to", List.of(otherChannel))));

            JsonNode data = reader.await(event("file.updated", file)).path("data");

            assertThat(ids(data.path("channelIds"))).isEmpty();
            assertThat(ids(data.at("/changed/channelIds/from"))).containsExactly(sarahsChannel.toString());
            assertThat(ids(data.at("/changed/channelIds/to"))).isEmpty();
            assertThat(reader.frames().toString()).doesNotContain(otherChannel.toString(), task.toString());
        }
    }

    @Test
    void saysNothingOfChangesElsewhere() {
        try (Client reader = connect(sarah)) {
            send(
                    "file.updated",
                    List.of(sarahsChannel, otherChannel),
                    Map.of(
                            "channelIds",
                            Map.of("from", List.of(sarahsChannel), "to", List.of(sarahsChannel, otherChannel))));

            JsonNode data = reader.await(event("file.updated", file)).path("data");

            assertThat(ids(data.path("channelIds"))).containsExactly(sarahsChannel.toString());
            assertThat(data.path("changed").isEmpty()).isTrue();
        }
    }
}
