package com.ceoplatform.gateway.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a browser does in a login: follows the address, logs in at the issuer, is sent back. */
final class Browser {

    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Browser() {}

    /**
     * What the page that the browser comes back to hands to the gateway.
     *
     * @param begun what the gateway answered to the beginning of the login
     */
    static Map<String, String> returned(JsonNode begun, String name) {
        String basic = Base64.getEncoder().encodeToString((name + ":" + Issuer.PASSWORD).getBytes(UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(begun.get("authorizationUri").asString()))
                .header("Authorization", "Basic " + basic)
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            String location = response.headers().firstValue("Location").orElseThrow();
            assertThat(location).startsWith(Issuer.REDIRECT_URI);
            Matcher code = CODE.matcher(location);
            assertThat(code.find()).as(location).isTrue();
            return Map.of(
                    "code", code.group(1),
                    "state", begun.get("state").asString(),
                    "loginKey", begun.get("loginKey").asString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
