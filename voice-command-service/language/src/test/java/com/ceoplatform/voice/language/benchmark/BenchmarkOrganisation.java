package com.ceoplatform.voice.language.benchmark;

import com.ceoplatform.voice.language.Speaker;
import com.ceoplatform.voice.language.organisation.Channel;
import com.ceoplatform.voice.language.organisation.ChannelType;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.OrganisationIndex;
import com.ceoplatform.voice.language.organisation.Person;
import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.language.organisation.Privacy;
import com.ceoplatform.voice.language.organisation.Role;
import com.ceoplatform.voice.language.organisation.Task;
import com.ceoplatform.voice.language.organisation.TaskStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An organisation of {@code benchmark/organisation*.yaml}; ids are the names. */
public final class BenchmarkOrganisation {

    private final JsonNode data;
    private final OrganisationIndex index = new OrganisationIndex();
    private final Map<String, Person> people = new HashMap<>();

    public BenchmarkOrganisation() {
        this("organisation");
    }

    /** @param name of the file, without its ending */
    public BenchmarkOrganisation(String name) {
        this.data = new YAMLMapper()
                .readTree(BenchmarkOrganisation.class.getResourceAsStream("/benchmark/" + name + ".yaml"));
        data.path("people").forEach(node -> {
            Person person = person(node);
            people.put(person.id(), person);
            index.upsert(person);
        });
        data.path("channels").forEach(channel -> index.upsert(channel(channel)));
        int number = 0;
        for (JsonNode task : data.path("tasks")) {
            index.upsert(task(task, number++));
        }
    }

    public Instant now() {
        return Instant.parse(data.path("now").asString());
    }

    public ZoneId zone() {
        return ZoneId.of(data.path("zone").asString());
    }

    public Speaker speaker() {
        return speaker(data.path("speaker").asString());
    }

    /** @param name of one of its people, who need not be the CEO */
    public Speaker speaker(String name) {
        Person person = people.get(name);
        return new Speaker(name, name, person.role(), person.department(), zone());
    }

    public OrganisationIndex index() {
        return index;
    }

    public Organisation organisation() {
        return organisation(speaker());
    }

    public Organisation organisation(Speaker speaker) {
        return index.visibleTo(speaker);
    }

    private static Person person(JsonNode person) {
        String name = person.path("name").asString();
        return new Person(
                name,
                name,
                Role.valueOf(person.path("role").asString().toUpperCase(Locale.ROOT)),
                person.path("department").asString(null),
                person.path("title").asString(null),
                person.path("manager").asString(null),
                person.path("active").asBoolean(true));
    }

    private static Channel channel(JsonNode channel) {
        String name = channel.path("name").asString();
        return new Channel(
                name,
                name,
                ChannelType.valueOf(channel.path("type").asString("project").toUpperCase(Locale.ROOT)),
                Privacy.valueOf(channel.path("privacy").asString("public").toUpperCase(Locale.ROOT)),
                false,
                LocalDate.parse(channel.path("created").asString())
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant(),
                null,
                names(channel.path("members")));
    }

    private Task task(JsonNode task, int number) {
        String title = task.path("title").asString();
        JsonNode due = task.path("due");
        JsonNode priority = task.path("priority");
        return new Task(
                title,
                title,
                TaskStatus.valueOf(task.path("status").asString("pending").toUpperCase(Locale.ROOT)),
                priority.isMissingNode()
                        ? null
                        : Priority.valueOf(priority.asString().toUpperCase(Locale.ROOT)),
                due.isMissingNode()
                        ? null
                        : LocalDateTime.parse(due.asString()).atZone(zone()).toInstant(),
                names(task.path("assignees")),
                task.path("channel").asString(null),
                Instant.parse("2027-01-01T00:00:00Z").plusSeconds(number * 3600L),
                null);
    }

    private static Set<String> names(JsonNode names) {
        Set<String> set = new HashSet<>();
        names.forEach(name -> set.add(name.asString()));
        return set;
    }
}
