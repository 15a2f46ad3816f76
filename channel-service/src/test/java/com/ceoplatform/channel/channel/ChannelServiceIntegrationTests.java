package com.ceoplatform.channel.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.testing.ChannelApi;
import com.ceoplatform.channel.testing.ChannelServiceTest;
import com.ceoplatform.channel.testing.Organisation;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.event.GoldenEvents;
import com.ceoplatform.common.test.event.OutboxProbe;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ChannelServiceTest
class ChannelServiceIntegrationTests {

    private final OutboxProbe outbox = new OutboxProbe();

    @Autowired
    private ChannelApi api;

    @Autowired
    private Organisation organisation;

    @Test
    void makesTheCreatorOwnerAndMember() {
        Someone creator = organisation.staff("Marketing");
        Someone sarah = organisation.staff();

        Answer answer = api.post(
                creator,
                "/channels",
                Map.of(
                        "name", "Spring Launch",
                        "type", "initiative",
                        "privacy", "private",
                        "memberIds", List.of(sarah.id(), creator.id(), sarah.id())));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/channels/" + answer.id());
        assertThat(answer.headers().firstValue("ETag")).contains("\"0\"");
        assertThat(answer.text("type")).isEqualTo("initiative");
        assertThat(answer.text("department")).isEqualTo("Marketing");
        assertThat(answer.text("myRole")).isEqualTo("owner");
        assertThat(answer.body().path("memberCount").asInt()).isEqualTo(2);
        assertThat(answer.texts("memberIds", ""))
                .containsExactlyInAnyOrder(creator.id().toString(), sarah.id().toString());
        assertThat(api.get(sarah, "/channels/" + answer.id()).text("myRole")).isEqualTo("member");
    }

    @Test
    void tellsOfTheNewChannelOnceWithItsMembers() {
        Someone creator = organisation.staff();
        UUID id = api.channel(creator, "public", organisation.staff());

        OutboxProbe.Row event = outbox.last(id, "channel.created");

        assertThat(outbox.types(id)).containsExactly("channel.created");
        assertThat(event.topic()).isEqualTo("channels.events");
        assertThat(event.key()).isEqualTo(id.toString());
        assertThat(event.actorId()).isEqualTo(creator.id());
        assertThat(event.payload().has("myRole")).isFalse();
        GoldenEvents.assertMatches("channel.created", event.payload());
    }

    @Test
    void createsAPublicProjectWhenNothingElseIsSaid() {
        Answer answer = api.post(organisation.ceo(), "/channels", Map.of("name", "x"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("type")).isEqualTo("project");
        assertThat(answer.text("privacy")).isEqualTo("public");
        assertThat(answer.text("description")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🚀 Launch 👩‍👩‍👧‍👦",
                "إطلاق الربيع \u202egnp.exe",
                "Robert'); DROP TABLE channel;--",
                "<script>alert(1)</script>",
                "  spaces around  ",
                "a\tb\nc"
            })
    void keepsTextAsWritten(String text) {
        Someone creator = organisation.staff();

        Answer created = api.post(creator, "/channels", Map.of("name", text, "description", text));
        Answer read = api.get(creator, "/channels/" + created.id());

        assertThat(read.text("name")).isEqualTo(text);
        assertThat(read.text("description")).isEqualTo(text);
        assertThat(outbox.last(created.id(), "channel.created")
                        .payload()
                        .path("name")
                        .asString())
                .isEqualTo(text);
    }

    @Test
    void allowsTheSameNameTwice() {
        Someone creator = organisation.staff();

        assertThat(api.channel(creator, "public")).isNotEqualTo(api.channel(creator, "public"));
    }

    @Test
    void refusesPeopleWhoDoNotExistOrHaveLeft() {
        Someone creator = organisation.staff();
        List<UUID> ids = List.of(
                organisation.staff().id(), Ids.next(), organisation.former().id());

        Answer answer = api.post(creator, "/channels", Map.of("name", "x", "memberIds", ids));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("validation_failed");
        assertThat(answer.texts("errors", "field")).containsExactly("memberIds[1]", "memberIds[2]");
    }

    @Test
    void answersARepeatedRequestAsTheFirstTime() {
        Someone creator = organisation.staff();
        Map<String, String> body = Map.of("name", "Launch");

        Answer first = api.post(creator, "/channels", body, "Idempotency-Key", "command:a1");
        Answer second = api.post(creator, "/channels", body, "Idempotency-Key", "command:a1");
        Answer other = api.post(creator, "/channels", Map.of("name", "Other"), "Idempotency-Key", "command:a1");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(outbox.types(first.id())).containsExactly("channel.created");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void showsWhatAnUpdateChanged() {
        Someone owner = organisation.staff();
        UUID id = api.channel(owner, "public");
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Autumn Launch");
        body.put("privacy", "restricted");

        Answer answer = api.patch(owner, "/channels/" + id, body, "If-Match", "\"0\"");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("version").asInt()).isEqualTo(1);
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        OutboxProbe.Row event = outbox.last(id, "channel.updated");
        assertThat(event.payload().at("/changed/name/from").asString()).isEqualTo("Spring Launch");
        assertThat(event.payload().at("/changed/privacy/to").asString()).isEqualTo("restricted");
        assertThat(event.payload().path("changed").size()).isEqualTo(2);
        GoldenEvents.assertMatches("channel.updated", event.payload());
    }

    @Test
    void refusesAnUpdateOfAnOldVersion() {
        Someone owner = organisation.staff();
        UUID id = api.channel(owner, "public");
        api.patch(owner, "/channels/" + id, Map.of("name", "Second"));

        Answer stale = api.patch(owner, "/channels/" + id, Map.of("name", "Third"), "If-Match", "\"0\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("stale_version");
        assertThat(api.get(owner, "/channels/" + id).text("name")).isEqualTo("Second");
    }

    @Test
    void saysNothingWhenNothingChanged() {
        Someone owner = organisation.staff();
        UUID id = api.channel(owner, "public");

        Answer answer = api.patch(owner, "/channels/" + id, Map.of("name", "Spring Launch"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("version").asInt()).isZero();
        assertThat(outbox.types(id)).containsExactly("channel.created");
    }

    @Test
    void answersNotModifiedToWhoHasTheVersion() {
        Someone owner = organisation.staff();
        UUID id = api.channel(owner, "public");

        assertThat(api.get(owner, "/channels/" + id, "If-None-Match", "\"0\"").status())
                .isEqualTo(304);
    }

    @Test
    void archivesOnceAndRestoresOnce() {
        Someone owner = organisation.staff();
        UUID id = api.channel(owner, "public");
        String path = "/channels/" + id;

        Answer archived = api.post(owner, path + "/archive", null);
        assertThat(archived.status()).isEqualTo(200);
        assertThat(archived.text("status")).isEqualTo("archived");
        assertThat(archived.body().path("archivedAt").isNull()).isFalse();
        assertThat(api.post(owner, path + "/archive", null).code()).isEqualTo("channel_archived");
        assertThat(api.patch(owner, path, Map.of("name", "x")).code()).isEqualTo("channel_archived");

        Answer restored = api.post(owner, path + "/unarchive", null);
        assertThat(restored.text("status")).isEqualTo("active");
        assertThat(restored.body().path("archivedAt").isNull()).isTrue();
        Answer again = api.post(owner, path + "/unarchive", null);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("channel_not_archived");

        assertThat(outbox.types(id)).containsExactly("channel.created", "channel.archived", "channel.restored");
        GoldenEvents.assertMatches(
                "channel.archived", outbox.last(id, "channel.archived").payload());
        GoldenEvents.assertMatches(
                "channel.restored", outbox.last(id, "channel.restored").payload());
    }

    @Test
    void archivesOnceUnderOneIdempotencyKey() {
        Someone owner = organisation.staff();
        UUID id = api.channel(owner, "public");

        Answer first = api.post(owner, "/channels/" + id + "/archive", null, "Idempotency-Key", "c:a2");
        Answer second = api.post(owner, "/channels/" + id + "/archive", null, "Idempotency-Key", "c:a2");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void carriesTheVoiceCommandIntoItsEvents() {
        UUID command = Ids.next();

        Answer answer =
                api.post(organisation.ceo(), "/channels", Map.of("name", "x"), "X-Command-Id", command.toString());

        assertThat(outbox.last(answer.id(), "channel.created").correlationId()).isEqualTo(command);
    }

    @Test
    void letsManagersOfTheDepartmentActAndOthersNot() {
        Someone creator = organisation.staff("Marketing");
        UUID id = api.channel(creator, "public");

        assertThat(api.patch(organisation.manager("Marketing"), "/channels/" + id, Map.of("name", "a"))
                        .status())
                .isEqualTo(200);
        assertThat(api.patch(organisation.manager("Finance"), "/channels/" + id, Map.of("name", "b"))
                        .status())
                .isEqualTo(403);
        assertThat(api.patch(organisation.staff("Marketing"), "/channels/" + id, Map.of("name", "c"))
                        .code())
                .isEqualTo("forbidden");
        assertThat(api.post(organisation.ceo(), "/channels/" + id + "/archive", null)
                        .status())
                .isEqualTo(200);
    }
}
