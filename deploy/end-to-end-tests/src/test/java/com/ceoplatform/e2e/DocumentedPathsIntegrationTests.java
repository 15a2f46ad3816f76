package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.deploy.service.PlatformService;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What the OpenAPI document of a service promises can be reached through the gateway. */
@ExtendWith(RunningPlatform.class)
class DocumentedPathsIntegrationTests {

    private static final String API = "/api/v1";

    /** What is answered where nothing is; where something is, it knows the name of the thing that does not exist. */
    private static final Set<String> NOBODY_THERE = Set.of("not_found", "method_not_allowed");

    private static Person somebody;

    @BeforeAll
    static void hire() {
        somebody = RunningPlatform.get().ceo().hire("Petra Path", "staff", "Sales");
    }

    @ParameterizedTest
    @EnumSource(names = {"TASK", "CHANNEL", "MESSAGE", "NOTIFICATION", "VOICE"})
    void areReachedThroughTheGateway(PlatformService service) throws IOException {
        String name = service.name().toLowerCase(Locale.ROOT);
        JsonNode paths = somebody.get("/v3/api-docs/" + name).expect(200).body().path("paths");

        List<String> lost = new ArrayList<>();
        for (String path : paths.propertyNames()) {
            for (String method : paths.path(path).propertyNames()) {
                if (path.startsWith(API) && isHarmless(method, path) && isLost(method, path)) {
                    lost.add(method + " " + path);
                }
            }
        }

        assertThat(paths.isEmpty()).isFalse();
        assertThat(lost).isEmpty();
    }

    /** Nobody is the worse for a request about something that does not exist, or with a body that is no JSON. */
    private static boolean isHarmless(String method, String path) {
        return !method.equals("delete") || path.contains("{");
    }

    private static boolean isLost(String method, String path) throws IOException {
        String address = path.substring(API.length())
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        Answer answer = somebody.trySend(
                method.toUpperCase(Locale.ROOT),
                address,
                BodyPublishers.ofString("{"),
                Map.of("Content-Type", "application/json"));
        return NOBODY_THERE.contains(answer.body().path("code").asString(""));
    }
}
