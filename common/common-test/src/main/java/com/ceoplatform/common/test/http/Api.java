package com.ceoplatform.common.test.http;

import com.ceoplatform.common.json.PlatformJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service as a client meets it. Every request and every answer is held to the OpenAPI document that the service itself
 * publishes: the operation and the status must be in it, and the body must be what it says. A service's tests may extend
 * it by what they often do.
 */
public class Api {

    private static final JsonMapper MAPPER = PlatformJson.mapper();

    /** What does not live below {@code /api/v1}. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("/(api|v3|actuator|admin|storage|calendar|unsubscribe|docs|\\.well-known)([/?].*)?");

    private final HttpClient http = HttpClient.newHttpClient();
    private final IntSupplier port;
    private final SingletonSupplier<ApiContract> contract;

    /** @param port of the running service; asked for at each request */
    public Api(IntSupplier port) {
        this.port = port;
        this.contract = SingletonSupplier.of(() -> ApiContract.of(
                exchange("GET", null, "/v3/api-docs", new byte[0]).body()));
    }

    public final Answer get(Someone caller, String path, String... headers) {
        return send("GET", caller.token(), path, null, headers);
    }

    public final Answer post(Someone caller, String path, @Nullable Object body, String... headers) {
        return send("POST", caller.token(), path, json(body), headers);
    }

    public final Answer put(Someone caller, String path) {
        return send("PUT", caller.token(), path, null);
    }

    public final Answer put(Someone caller, String path, Object body, String... headers) {
        return send("PUT", caller.token(), path, json(body), headers);
    }

    public final Answer patch(Someone caller, String path, Object body, String... headers) {
        return send("PATCH", caller.token(), path, json(body), headers);
    }

    public final Answer delete(Someone caller, String path, String... headers) {
        return send("DELETE", caller.token(), path, null, headers);
    }

    private static String json(@Nullable Object body) {
        return body == null ? "" : MAPPER.writeValueAsString(body);
    }

    /** Sends anything, with any token or none. */
    public final Answer send(
            String method, @Nullable String token, String path, @Nullable String body, String... headers) {
        return sendBytes(
                method, token, path, body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /**
     * Sends any bytes, with any token or none.
     *
     * @param path below {@code /api/v1}, or from the root when it lives elsewhere; with its query
     * @param headers names and values in turn; JSON is the content type unless another one is given
     */
    public final Answer sendBytes(String method, @Nullable String token, String path, byte[] body, String... headers) {
        Answer answer = exchange(method, token, path, body, headers);
        if (!path.startsWith("/v3/")) {
            contract.obtain().verify(method, address(path), answer);
        }
        return answer;
    }

    private Answer exchange(String method, @Nullable String token, String path, byte[] body, String... headers) {
        URI address = URI.create("http://127.0.0.1:" + port.getAsInt() + address(path));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("Content-Type", "application/json");
        for (int index = 0; index < headers.length; index += 2) {
            all.put(headers[index], headers[index + 1]);
        }
        all.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return Answer.from(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String address(String path) {
        return ELSEWHERE.matcher(path).matches() ? path : "/api/v1" + path;
    }
}
