package com.ceoplatform.gateway.support;

import com.ceoplatform.common.test.http.Answer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody who is logged in. */
public final class Login {

    private final GatewayClient gateway;
    private final JsonNode user;
    private final Answer answer;

    Login(GatewayClient gateway, JsonNode user) {
        this.gateway = gateway;
        this.user = user;
        this.answer = gateway.login(user.get("email").asString(), GatewayClient.PASSWORD);
    }

    /** The same person on another device. */
    public Login again() {
        return new Login(gateway, user);
    }

    public String id() {
        return user.get("id").asString();
    }

    public String email() {
        return user.get("email").asString();
    }

    /** The address of the person. */
    public String path() {
        return "/api/v1/users/" + id();
    }

    public String token() {
        return GatewayClient.token(answer);
    }

    public String refreshToken() {
        return answer.body().get("refreshToken").asString();
    }

    public Answer refresh() {
        return gateway.post("/api/v1/auth/refresh", null, Map.of("refreshToken", refreshToken()));
    }

    /** What the gateway answers to the access token. */
    public int status() {
        return gateway.get("/api/v1/users/me", token()).status();
    }

    /** Makes an API token with these scopes. */
    public Answer makeToken(String... scopes) {
        return gateway.post(path() + "/tokens", token(), tokenRequest("my program", List.of(scopes)));
    }

    /** The address of an API token that was made. */
    public String tokenPath(Answer made) {
        return path() + "/tokens/" + made.id();
    }

    /** What makes an API token. */
    public static Map<String, Object> tokenRequest(String name, Collection<String> scopes) {
        return new LinkedHashMap<>(Map.of("name", name, "scopes", scopes));
    }
}
