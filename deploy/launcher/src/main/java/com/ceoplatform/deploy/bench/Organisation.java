package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.client.ApiClient;
import com.ceoplatform.deploy.client.ApiException;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.service.ServiceEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The accounts, channels and tasks that the load needs; what an earlier run created is used again. */
final class Organisation {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int PROGRESS = 25;
    private static final String DEPARTMENT = "Load";
    private static final int MEMBERS_AT_ONCE = 100;

    private final ApiClient ceo;
    private final String password;
    private final Consumer<String> progress;
    private final Ticker ticker;

    /** {@code password} is, or becomes, that of every account. */
    Organisation(ApiClient ceo, String password, Consumer<String> progress, Ticker ticker) {
        this.ceo = ceo;
        this.password = password;
        this.progress = progress;
        this.ticker = ticker;
    }

    /** One after the other: each account and each login costs the platform a password hash. */
    List<Person> people(int wanted) throws InterruptedException {
        Set<String> there = emails();
        List<Person> people = new ArrayList<>();
        for (int number = 1; number <= wanted; number++) {
            String email = email(number);
            if (!there.contains(email)) {
                ceo.post("/users", account(number), Map.of());
            }
            people.add(Person.login(ceo.gateway(), email, password));
            if (number % PROGRESS == 0 || number == wanted) {
                progress.accept("%d of %d people are logged in".formatted(number, wanted));
            }
        }
        return people;
    }

    /** A private channel of just these people and the CEO. */
    String channel(List<Person> people) throws InterruptedException {
        String name = "Load of " + people.size();
        for (JsonNode found :
                ceo.get("/channels?limit=200&q=" + ApiClient.encode(name)).path("items")) {
            if (found.path("name").asString("").equals(name)) {
                return found.path("id").asString();
            }
        }
        String id = ceo.post("/channels", Map.of("name", name, "type", "project", "privacy", "private"), Map.of())
                .path("id")
                .asString();
        for (int from = 0; from < people.size(); from += MEMBERS_AT_ONCE) {
            int to = Math.min(people.size(), from + MEMBERS_AT_ONCE);
            Map<String, List<String>> members = Map.of(
                    "userIds",
                    people.subList(from, to).stream().map(Person::userId).toList());
            patiently("the members of " + name, () -> ceo.post("/channels/" + id + "/members", members, Map.of()));
        }
        return id;
    }

    /** New tasks in the channel, each assigned to one person. */
    List<String> tasks(int wanted, Crowd crowd) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int task = 0; task < wanted; task++) {
            Map<String, Object> body = Map.of(
                    "title",
                    "Load",
                    "channelId",
                    crowd.channelId(),
                    "assigneeIds",
                    List.of(crowd.person(task).userId()));
            JsonNode created = patiently("a task", () -> ceo.post("/tasks", body, Map.of()));
            ids.add(created.path("id").asString());
        }
        return ids;
    }

    /**
     * The CEO and people of the organisation itself, not of the load, who have a channel and a task: the first of the
     * directory, whose password is that of the demo organisation.
     */
    List<Reads.Reader> readers(int wanted) throws InterruptedException {
        List<Reads.Reader> readers = new ArrayList<>();
        for (JsonNode user : ceo.get("/users?limit=200").path("items")) {
            if (readers.size() < wanted
                    && !user.path("department").asString("").equals(DEPARTMENT)
                    && user.path("active").asBoolean()) {
                reader(user.path("email").asString("")).ifPresent(readers::add);
            }
        }
        reader(ServiceEnvironment.CEO_EMAIL).ifPresent(readers::add);
        if (readers.isEmpty()) {
            throw new LaunchFailure("Nobody in the organisation has a channel and a task to look at.");
        }
        return readers;
    }

    private Optional<Reads.Reader> reader(String email) throws InterruptedException {
        try {
            ApiClient client = ApiClient.login(ceo.gateway(), email, password);
            JsonNode channels = client.get("/channels?mine=true&limit=1").path("items");
            JsonNode tasks = client.get("/tasks?limit=1").path("items");
            return channels.isEmpty() || tasks.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Reads.Reader(
                            Person.of(client),
                            channels.get(0).path("id").asString(""),
                            tasks.get(0).path("id").asString(""),
                            client.post("/tasks", Map.of("title", "Load"), Map.of())
                                    .path("id")
                                    .asString("")));
        } catch (ApiException refused) {
            return Optional.empty();
        }
    }

    static String email(int number) {
        return "bench-%02d@example.com".formatted(number);
    }

    private Map<String, String> account(int number) {
        Map<String, String> account = new HashMap<>();
        account.put("email", email(number));
        account.put("name", String.format(Locale.ROOT, "Bench %02d", number));
        account.put("password", password);
        account.put("role", "staff");
        account.put("department", DEPARTMENT);
        return account;
    }

    private Set<String> emails() throws InterruptedException {
        Set<String> emails = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = ceo.get("/users?limit=200&department=" + DEPARTMENT
                    + (cursor.isEmpty() ? "" : "&cursor=" + ApiClient.encode(cursor)));
            page.path("items").forEach(user -> emails.add(user.path("email").asString("")));
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return emails;
    }

    /** A service may learn of a person created a moment ago a moment later. */
    private JsonNode patiently(String what, Step step) throws InterruptedException {
        long deadline = ticker.nanos() + PATIENCE.toNanos();
        while (true) {
            try {
                return step.take();
            } catch (ApiException e) {
                if (ticker.nanos() > deadline) {
                    throw new LaunchFailure("Cannot create " + what + " of the load: " + e.getMessage(), e);
                }
                ticker.sleepUntil(ticker.nanos() + POLL);
            }
        }
    }

    private interface Step {
        JsonNode take() throws InterruptedException;
    }
}
