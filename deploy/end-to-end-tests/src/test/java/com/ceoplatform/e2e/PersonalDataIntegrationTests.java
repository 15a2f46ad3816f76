package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.deploy.privacy.ExportCommand;
import com.ceoplatform.deploy.privacy.ForgetCommand;
import com.ceoplatform.deploy.privacy.RetainCommand;
import com.ceoplatform.deploy.service.PlatformService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** What operators do with the data of people: hand it out, forget it, delete what is old. */
@ExtendWith(RunningPlatform.class)
class PersonalDataIntegrationTests {

    @TempDir
    private Path directory;

    private Person ceo;
    private Person dora;
    private String channel;
    private String message;
    private String comment;

    @BeforeEach
    void writeSomething() {
        ceo = RunningPlatform.get().ceo();
        dora = ceo.hire("Dora Wexler", "staff", "Archive");
        channel = dora.post("/channels", Map.of("name", "Attic " + UUID.randomUUID(), "privacy", "public"))
                .expect(201)
                .id();
        message = post(dora, "My own words, קדימה 🚀");
        ceo.post("/channels/" + channel + "/members", Map.of("userIds", List.of(ceo.id())));
        post(ceo, "Somebody else's words");
        String task = dora.post("/tasks", Map.of("title", "Sort the attic", "channelId", channel))
                .expect(201)
                .id();
        comment = dora.post("/tasks/" + task + "/comments", Map.of("content", "A remark of mine"))
                .expect(201)
                .id();
        dora.say("Give me a task to sweep the attic").expect(200);
    }

    @Test
    void everythingOfAPersonIsHandedOutAndNothingOfOthers() throws Exception {
        Path file = directory.resolve("dora.json");

        assertThat(run(new ExportCommand(), dora.email(), "--out", file.toString()))
                .isZero();

        String text = Files.readString(file);
        JsonNode export = Person.JSON.readTree(text);
        assertThat(export.path("profile").path("email").asString()).isEqualTo(dora.email());
        assertThat(export.path("signIns")).isNotEmpty();
        assertThat(export.path("gateway").path("logins")).isNotEmpty();
        assertThat(strings(export.path("message-service").path("messages"), "content"))
                .containsExactly("My own words, קדימה 🚀");
        assertThat(strings(export.path("task-service").path("comments"), "content"))
                .containsExactly("A remark of mine");
        assertThat(strings(export.path("task-service").path("tasks"), "title")).contains("Sort the attic");
        assertThat(strings(export.path("channel-service").path("memberships"), "channelId"))
                .contains(channel);
        assertThat(strings(export.path("voice-command-service").path("commands"), "transcript"))
                .containsExactly("Give me a task to sweep the attic");
        assertThat(text).doesNotContain("Somebody else's words");
        assertThat(run(new ExportCommand(), dora.email(), "--out", file.toString()))
                .isNotZero();
    }

    @Test
    void whoIsForgottenLeavesNothingButAnId() throws Exception {
        assertThat(run(new ForgetCommand(), dora.email())).isNotZero();
        assertThat(dora.get("/users/me").status()).isEqualTo(200);

        assertThat(run(new ForgetCommand(), dora.email(), "--yes")).isZero();

        dora.isGone();
        JsonNode profile = ceo.get("/users/" + dora.id()).expect(200).body();
        assertThat(profile.path("name").asString()).isEqualTo("Former colleague");
        assertThat(profile.path("active").asBoolean()).isFalse();
        assertThat(count("message", "SELECT count(*) FROM message WHERE id = ? AND content = ''", message))
                .isOne();
        assertThat(count("task", "SELECT count(*) FROM task_comment WHERE id = ? AND content = ''", comment))
                .isOne();
        assertThat(count("voice", "SELECT count(*) FROM command WHERE user_id = ?", dora.id()))
                .isZero();
        assertThat(count("gateway", "SELECT count(*) FROM session WHERE user_id = ?", dora.id()))
                .isZero();
        assertThat(count("message", "SELECT count(*) FROM message WHERE sender_id = ? AND content <> ''", ceo.id()))
                .isPositive();
    }

    @Test
    void whatIsOldIsDeletedAndWhatIsYoungStays() throws Exception {
        String kept = post(dora, "Of today");
        count("message", "UPDATE message SET created_at = now() - interval '40 days' WHERE id = ?", message);

        assertThat(run(new RetainCommand(), "--days", "30")).isNotZero();
        assertThat(run(new RetainCommand(), "--days", "0", "--yes")).isNotZero();
        assertThat(run(new RetainCommand(), "--days", "30", "--yes")).isZero();

        assertThat(count("message", "SELECT count(*) FROM message WHERE id = ?", message))
                .isZero();
        assertThat(count("message", "SELECT count(*) FROM message WHERE id = ?", kept))
                .isOne();
    }

    @Test
    void onlyTheCeosAccountMayDoThat() {
        for (PlatformService service : List.of(
                PlatformService.TASK,
                PlatformService.CHANNEL,
                PlatformService.MESSAGE,
                PlatformService.NOTIFICATION,
                PlatformService.VOICE)) {
            Person around = dora.with(RunningPlatform.get().service(service));
            assertThat(around.get("/admin/personal-data/" + ceo.id()).status()).isEqualTo(403);
            assertThat(around.delete("/admin/personal-data/" + ceo.id()).status())
                    .isEqualTo(403);
        }
        assertThat(dora.get("/admin/personal-data/" + ceo.id()).status()).isIn(403, 404);
    }

    private String post(Person sender, String content) {
        return sender.post("/channels/" + channel + "/messages", Map.of("content", content))
                .expect(201)
                .id();
    }

    private static int run(Object command, String... arguments) {
        String[] all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--data", RunningPlatform.get().data().toString()))
                .toArray(String[]::new);
        return new CommandLine(command).execute(all);
    }

    /** The number that a query finds or, of an update, the number of rows. */
    private static int count(String role, String sql, String id) throws SQLException {
        try (Connection connection = RunningPlatform.get().database(role);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(id));
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static List<String> strings(JsonNode items, String field) {
        return items.valueStream().map(item -> item.path(field).asString("")).toList();
    }
}
