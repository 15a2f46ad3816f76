package com.ceoplatform.deploy.privacy;

import com.ceoplatform.deploy.client.ApiClient;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Ports;
import com.ceoplatform.deploy.service.PlatformService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks each service that keeps personal data, past the gateway, as the CEO. */
final class PersonalDataClient {

    /** Those that keep something of a person beside the profile. */
    static final List<PlatformService> KEEPERS = List.of(
            PlatformService.GATEWAY,
            PlatformService.TASK,
            PlatformService.CHANNEL,
            PlatformService.MESSAGE,
            PlatformService.NOTIFICATION,
            PlatformService.VOICE);

    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ApiClient ceo;
    private final Ports ports;

    PersonalDataClient(ApiClient ceo, Ports ports) {
        this.ceo = ceo;
        this.ports = ports;
    }

    /** Copies one JSON object to the stream. */
    void export(PlatformService service, String userId, OutputStream out) throws IOException, InterruptedException {
        HttpRequest request =
                request(service, "/admin/personal-data/" + userId).GET().build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            requireSuccess(service, response.statusCode());
            body.transferTo(out);
        }
    }

    /** Returns the number of rows by kind. */
    JsonNode erase(PlatformService service, String userId) throws IOException, InterruptedException {
        return rows(
                service,
                request(service, "/admin/personal-data/" + userId).DELETE().build());
    }

    /** Returns the number of rows by kind. */
    JsonNode expire(PlatformService service, Instant before) throws IOException, InterruptedException {
        return rows(
                service,
                request(service, "/admin/retention?before=" + before)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
    }

    private JsonNode rows(PlatformService service, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        requireSuccess(service, response.statusCode());
        return JSON.readTree(response.body()).path("rows");
    }

    private HttpRequest.Builder request(PlatformService service, String path) {
        URI address = service == PlatformService.GATEWAY ? ceo.gateway() : URI.create(service.address("", ports));
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + ceo.accessToken());
    }

    private static void requireSuccess(PlatformService service, int status) {
        if (status != 200) {
            throw new LaunchFailure(
                    "%s answered with %d; see ./platform logs %s.".formatted(service.label(), status, service.label()));
        }
    }
}
