package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ceoplatform.deploy.service.PlatformService;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(RunningPlatform.class)
class PrivacyIntegrationTests {

    private static final String SECRET = "Falcon" + UUID.randomUUID().toString().substring(0, 6);

    private static Person ceo;
    private static Person insider;
    private static Person outsider;
    private static Person outsidersManager;

    @BeforeAll
    static void hire() {
        ceo = RunningPlatform.get().ceo();
        insider = ceo.hire("Ines Insider", "staff", "Research");
        outsider = ceo.hire("Otto Outsider", "staff", "Sales");
        outsidersManager = ceo.hire("Mona Manager", "manager", "Research");
    }

    @Test
    void outsidersGetNothingOfAPrivateChannelOverAnyPath() {
        String channel = insider.post("/channels", Map.of("name", SECRET, "type", "project", "privacy", "private"))
                .expect(201)
                .id();
        try (LiveView outsiderSees = LiveView.open(outsider);
                LiveView managerSees = LiveView.open(outsidersManager);
                LiveView insiderSees = LiveView.open(insider)) {
            String message = insider.post(
                            "/channels/" + channel + "/messages", Map.of("content", SECRET + " takes off"))
                    .expect(201)
                    .id();
            String task = insider.post("/tasks", Map.of("title", SECRET + " task", "channelId", channel))
                    .expect(201)
                    .id();
            insiderSees.awaitEvent(
                    "message.posted", data -> data.path("id").asString().equals(message));
            insiderSees.awaitEvent(
                    "task.created", data -> data.path("id").asString().equals(task));
            outsiderSees.send(Map.of("type", "subscribe", "feed", "channel:" + channel));
            outsiderSees.await("refusal", frame -> frame.path("type").asString().equals("error"));

            for (Person person : List.of(outsider, outsidersManager)) {
                assertNothing(person, channel, message, task);
            }
            for (LiveView view : List.of(outsiderSees, managerSees)) {
                assertThat(framesBesidesOwnCommands(view)).doesNotContain(SECRET);
                assertThat(view.frames().toString()).doesNotContain(message, task);
            }
        }
    }

    /** What somebody said comes back to them with their own command, the word they guessed included. */
    private static String framesBesidesOwnCommands(LiveView view) {
        return view.frames().stream()
                .filter(frame -> !frame.path("event").asString("").startsWith("command."))
                .toList()
                .toString();
    }

    private static void assertNothing(Person person, String channel, String message, String task) {
        person.get("/channels/" + channel).problem(404, "channel_not_found");
        person.get("/channels/" + channel + "/members").expect(404);
        person.get("/channels/" + channel + "/messages").expect(404);
        person.post("/channels/" + channel + "/messages", Map.of("content", "let me in"))
                .expect(404);
        person.post("/channels/" + channel + "/members", Map.of("userIds", List.of(person.id())))
                .expect(404);
        person.post("/channels/" + channel + "/archive", "{}").expect(404);
        person.patch("/channels/" + channel, Map.of("name", "mine")).expect(404);
        person.patch("/messages/" + message, Map.of("content", "changed")).expect(404);
        person.get("/messages/" + message + "/replies").expect(404);
        person.get("/tasks/" + task).problem(404, "task_not_found");
        person.patch("/tasks/" + task, Map.of("title", "mine")).expect(404);
        person.get("/tasks/" + task + "/comments").expect(404);
        person.get("/tasks/" + task + "/activity").expect(404);
        person.post("/tasks", Map.of("title", "smuggled", "channelId", channel)).problem(422, "validation_failed");
        for (String list : List.of(
                "/channels?q=" + SECRET,
                "/channels",
                "/tasks?q=" + SECRET,
                "/tasks",
                "/messages/search?q=" + SECRET,
                "/notifications",
                "/unread",
                "/tasks/reports/progress",
                "/tasks/reports/team-status")) {
            assertThat(person.get(list).expect(200).text()).as(list).doesNotContain(SECRET);
        }
        assertThat(person.say("Send a message to " + SECRET + " saying hello").text())
                .doesNotContain(channel);
        assertThat(person.say("What is the progress of the " + SECRET + " task").text())
                .doesNotContain(task);
    }

    @Test
    void whoeverIsRemovedSeesNothingFromThenOn() {
        String channel = insider.post(
                        "/channels",
                        Map.of("name", "Leaving", "privacy", "private", "memberIds", List.of(outsider.id())))
                .expect(201)
                .id();
        try (LiveView outsiderSees = LiveView.open(outsider);
                LiveView insiderSees = LiveView.open(insider)) {
            insider.post("/channels/" + channel + "/messages", Map.of("content", "before"))
                    .expect(201);
            outsiderSees.awaitEvent(
                    "message.posted", data -> data.path("content").asString().equals("before"));

            assertThat(insider.delete("/channels/" + channel + "/members/" + outsider.id())
                            .status())
                    .isBetween(200, 204);
            outsiderSees.awaitEvent(
                    "channel.member_removed",
                    data -> data.path("userId").asString().equals(outsider.id()));
            insider.post("/channels/" + channel + "/messages", Map.of("content", "after"))
                    .expect(201);
            insiderSees.awaitEvent(
                    "message.posted", data -> data.path("content").asString().equals("after"));

            await().atMost(Duration.ofSeconds(1))
                    .until(() ->
                            outsider.get("/channels/" + channel + "/messages").status() == 404);
            assertThat(outsiderSees.events("message.posted"))
                    .noneMatch(frame ->
                            frame.path("data").path("content").asString().equals("after"));
        }
    }

    @ParameterizedTest
    @EnumSource(PlatformService.class)
    void everyServiceRefusesTokensItself(PlatformService service) {
        Person person = outsider.with(RunningPlatform.get().service(service));
        String path = switch (service) {
            case GATEWAY -> "/users/me";
            case TASK -> "/tasks";
            case CHANNEL -> "/channels";
            case MESSAGE -> "/unread";
            case NOTIFICATION -> "/notifications";
            case VOICE -> "/voice/commands";
            case REALTIME -> "/ws";
        };
        for (String bad : List.of("", "nonsense", forged(outsider.token()), unsigned(outsider.token()))) {
            assertThat(person.withToken(bad).get(path).status())
                    .as(service + " " + bad)
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource(PlatformService.class)
    void everyServiceRefusesTheTokenOfASessionThatEnded(PlatformService service) {
        Person leaver = ceo.hire("Lea Leaver", "staff", "Sales");
        leaver.post("/auth/logout", Map.of("refreshToken", leaver.refreshToken()));
        leaver.isGone();

        Person there = leaver.with(RunningPlatform.get().service(service));
        String path = service == PlatformService.REALTIME ? "/ws" : "/users/me";
        await().atMost(Duration.ofSeconds(1)).until(() -> there.get(path).status() == 401);
    }

    @Test
    void webSocketsNeedATokenToo() {
        HttpClient http = HttpClient.newHttpClient();
        URI address = URI.create(ceo.gateway().toString().replaceFirst("^http", "ws") + "/ws");

        for (String token : List.of("nonsense", forged(outsider.token()))) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> http.newWebSocketBuilder()
                            .header("Authorization", "Bearer " + token)
                            .buildAsync(address, new java.net.http.WebSocket.Listener() {})
                            .join()))
                    .isInstanceOf(CompletionException.class);
        }
    }

    /** The same claims under a signature that does not fit. */
    private static String forged(String token) {
        String[] parts = token.split("\\.");
        char first = parts[2].charAt(0);
        return parts[0] + "." + parts[1] + "." + (first == 'A' ? 'B' : 'A') + parts[2].substring(1);
    }

    /** The same claims under the algorithm none. */
    private static String unsigned(String token) {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return header + "." + token.split("\\.")[1] + ".";
    }
}
