package com.ceoplatform.deploy.demo;

import com.ceoplatform.deploy.client.ApiClient;
import com.ceoplatform.deploy.client.ApiException;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Progress;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Loads the demo organisation as the CEO would enter it. What is there already is left as it is, so a load that was
 * interrupted goes on where it stopped.
 */
public final class DemoLoader {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final LocalTime DUE = LocalTime.of(17, 0);

    private final ApiClient ceo;
    private final String ceoEmail;
    private final String password;
    private final Progress progress;
    private final Clock clock;
    private final Map<String, String> userIds = new HashMap<>();
    private final Map<String, String> channelIds = new HashMap<>();

    /** {@code password} becomes that of every account. */
    public DemoLoader(ApiClient ceo, String ceoEmail, String password, Progress progress, Clock clock) {
        this.ceo = ceo;
        this.ceoEmail = ceoEmail;
        this.password = password;
        this.progress = progress;
        this.clock = clock;
    }

    public void load() throws InterruptedException {
        DemoOrganisation organisation = DemoOrganisation.read();
        progress.say("Loading the demo organisation: %d people, %d channels, %d tasks"
                .formatted(
                        organisation.people().size(),
                        organisation.channels().size(),
                        organisation.tasks().size()));
        userIds.put(ceoEmail, ceo.userId());
        for (DemoOrganisation.Person person : organisation.people()) {
            userIds.put(person.email(), patiently("the account of " + person.name(), () -> loadPerson(person)));
        }
        for (DemoOrganisation.Channel channel : organisation.channels()) {
            channelIds.put(channel.name(), patiently("the channel " + channel.name(), () -> loadChannel(channel)));
        }
        for (DemoOrganisation.Task task : organisation.tasks()) {
            patiently("the task " + task.title(), () -> loadTask(task));
        }
    }

    private String loadPerson(DemoOrganisation.Person person) throws InterruptedException {
        for (JsonNode user :
                ceo.get("/users?limit=200&q=" + ApiClient.encode(person.name())).path("items")) {
            if (user.path("email").asString("").equals(person.email())) {
                return user.path("id").asString();
            }
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("email", person.email());
        body.put("name", person.name());
        body.put("password", password);
        body.put("role", person.role());
        body.put("department", person.department());
        body.put("jobTitle", person.jobTitle());
        body.put("managerId", idOf(person.manager()));
        body.put("timezone", person.timezone());
        body.put("locale", "en");
        return create("/users", body);
    }

    private String loadChannel(DemoOrganisation.Channel channel) throws InterruptedException {
        for (JsonNode found : ceo.get("/channels?limit=200&q=" + ApiClient.encode(channel.name()))
                .path("items")) {
            if (found.path("name").asString("").equals(channel.name())) {
                return found.path("id").asString();
            }
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", channel.name());
        body.put("description", channel.description());
        body.put("type", channel.type());
        body.put("privacy", channel.privacy());
        body.put("memberIds", idsOf(channel.members()));
        return create("/channels", body);
    }

    private String loadTask(DemoOrganisation.Task task) throws InterruptedException {
        for (JsonNode found :
                ceo.get("/tasks?limit=200&q=" + ApiClient.encode(task.title())).path("items")) {
            if (found.path("title").asString("").equals(task.title())) {
                return found.path("id").asString();
            }
        }
        ZonedDateTime due = ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(task.dueInDays())
                .with(DUE);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", task.title());
        body.put("description", task.description());
        body.put("assigneeIds", idsOf(task.assignees()));
        body.put("priority", task.priority());
        body.put("dueAt", due.toInstant().toString());
        if (!task.channel().isEmpty()) {
            body.put("channelId", channelIds.get(task.channel()));
        }
        return create("/tasks", body);
    }

    private String create(String path, Map<String, Object> body) throws InterruptedException {
        return ceo.post(path, body, Map.of()).path("id").asString();
    }

    private List<String> idsOf(List<String> emails) {
        return emails.stream().map(this::idOf).toList();
    }

    private String idOf(String email) {
        String id = userIds.get(email);
        if (id == null) {
            throw new IllegalStateException("the demo organisation names " + email + " before it lists it");
        }
        return id;
    }

    /** A service may learn of a person created a moment ago a moment later. */
    private static String patiently(String what, Step step) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return step.load();
            } catch (ApiException | UncheckedIOException e) {
                if (System.nanoTime() > deadline) {
                    throw new LaunchFailure("Cannot load " + what + " of the demo organisation: " + e.getMessage(), e);
                }
                Thread.sleep(POLL);
            }
        }
    }

    /** Finds or creates one thing and returns its id. */
    private interface Step {
        String load() throws InterruptedException;
    }
}
