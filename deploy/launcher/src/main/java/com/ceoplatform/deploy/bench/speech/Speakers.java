package com.ceoplatform.deploy.bench.speech;

import com.ceoplatform.deploy.client.ApiClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** People who may give commands; those of an earlier run come again. */
final class Speakers {

    private static final String DEPARTMENT = "Speakers";

    private final ApiClient ceo;
    private final String password;

    /** {@code password} is, or becomes, that of every account. */
    Speakers(ApiClient ceo, String password) {
        this.ceo = ceo;
        this.password = password;
    }

    List<ApiClient> login(int wanted) throws InterruptedException {
        Set<String> there = new HashSet<>();
        for (JsonNode user :
                ceo.get("/users?limit=200&department=" + DEPARTMENT).path("items")) {
            there.add(user.path("email").asString(""));
        }
        List<ApiClient> people = new ArrayList<>();
        for (int number = 1; number <= wanted; number++) {
            String email = "speaker-%02d@example.com".formatted(number);
            if (!there.contains(email)) {
                ceo.post("/users", account(email, number), Map.of());
            }
            people.add(ApiClient.login(ceo.gateway(), email, password));
        }
        return people;
    }

    /** Names that nobody says. */
    private Map<String, String> account(String email, int number) {
        return Map.of(
                "email", email,
                "name", "Speaker Q%02d".formatted(number),
                "password", password,
                "role", "manager",
                "department", DEPARTMENT);
    }
}
