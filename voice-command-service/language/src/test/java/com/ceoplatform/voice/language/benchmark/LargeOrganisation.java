package com.ceoplatform.voice.language.benchmark;

import com.ceoplatform.voice.language.Speaker;
import com.ceoplatform.voice.language.organisation.Channel;
import com.ceoplatform.voice.language.organisation.ChannelType;
import com.ceoplatform.voice.language.organisation.OrganisationIndex;
import com.ceoplatform.voice.language.organisation.Person;
import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.language.organisation.Privacy;
import com.ceoplatform.voice.language.organisation.Role;
import com.ceoplatform.voice.language.organisation.Task;
import com.ceoplatform.voice.language.organisation.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A made-up organisation of any size, the same each time; ids are numbers. */
final class LargeOrganisation {

    static final Instant NOW = Instant.parse("2027-03-03T15:00:00Z");

    private static final String[] DEPARTMENTS = {
        "Marketing",
        "Engineering",
        "Finance",
        "Legal",
        "Sales",
        "Logistics",
        "Quality",
        "Human Resources",
        "Design",
        "Product",
        "Procurement",
        "Customer Success",
        "Communications",
        "Treasury",
        "Research and Development"
    };
    private static final String[] VERBS = {
        "Write",
        "Review",
        "Prepare",
        "Update",
        "Check",
        "Order",
        "Plan",
        "Draft",
        "Sign",
        "Translate",
        "Test",
        "Clean",
        "Publish",
        "Collect",
        "Compare",
        "Renew",
        "Replace",
        "Measure",
        "Print",
        "Approve"
    };
    private static final String[] KINDS = {
        "annual",
        "new",
        "final",
        "internal",
        "regional",
        "spring",
        "winter",
        "safety",
        "customer",
        "supplier",
        "press",
        "training",
        "quality",
        "mobile",
        "board",
        "audit",
        "tax",
        "travel",
        "product",
        "security"
    };
    private static final String[] THINGS = {
        "report", "contract", "brochure", "budget", "website", "catalogue", "invoice", "forecast", "manual", "policy",
        "roadmap", "survey", "prototype", "newsletter", "permit", "agenda", "warehouse", "machine", "licence", "video"
    };
    private static final String[] PLACES = {
        "Lisbon", "Oslo", "Nairobi", "Osaka", "Denver", "Hamburg", "Lima", "Accra", "Hanoi", "Quebec", "Turin", "Perth",
        "Bogota", "Riga", "Cairo", "Dublin", "Izmir", "Porto", "Malmo", "Seville"
    };

    private final Random random = new Random(42);
    private final OrganisationIndex index = new OrganisationIndex();
    private final List<Person> people = new ArrayList<>();
    private final List<Channel> channels = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();

    LargeOrganisation(int people, int channels, int tasks) {
        for (int i = 0; i < people; i++) {
            this.people.add(person(i));
        }
        for (int i = 0; i < channels; i++) {
            this.channels.add(channel(i));
        }
        for (int i = 0; i < tasks; i++) {
            this.tasks.add(task(i));
        }
        this.people.forEach(index::upsert);
        this.channels.forEach(index::upsert);
        this.tasks.forEach(index::upsert);
    }

    OrganisationIndex index() {
        return index;
    }

    Speaker speaker() {
        Person first = people.getFirst();
        return new Speaker(first.id(), first.name(), Role.CEO, null, ZoneOffset.UTC);
    }

    String person() {
        return people.get(random.nextInt(people.size())).name();
    }

    String channel() {
        return channels.get(random.nextInt(channels.size())).name();
    }

    String task() {
        return tasks.get(random.nextInt(tasks.size())).title();
    }

    String department() {
        return one(DEPARTMENTS);
    }

    /** A word with two of its letters changed places, as somebody in a hurry would write it. */
    String misspelt(String words) {
        int at = 1 + random.nextInt(Math.max(1, words.length() - 2));
        return words.substring(0, at - 1) + words.charAt(at) + words.charAt(at - 1) + words.substring(at + 1);
    }

    private Person person(int number) {
        Role role = number == 0 ? Role.CEO : number % 12 == 1 ? Role.MANAGER : Role.STAFF;
        String department = number == 0 ? null : DEPARTMENTS[number % DEPARTMENTS.length];
        String manager = number == 0 ? null : "u" + (number < 12 ? 0 : number / 12 * 12 + 1 - 12);
        return new Person(
                "u" + number, name(3) + " " + name(4), role, department, one(THINGS) + " lead", manager, true);
    }

    private Channel channel(int number) {
        String name = capital(one(KINDS)) + " " + capital(one(THINGS)) + " " + one(PLACES);
        Set<String> members = new HashSet<>(Set.of("u0"));
        for (int i = 0; i < 12; i++) {
            members.add("u" + random.nextInt(people.size()));
        }
        return new Channel(
                "c" + number, name, ChannelType.PROJECT, Privacy.PUBLIC, false, before(number), null, members);
    }

    private Task task(int number) {
        String title = one(VERBS) + " the " + one(KINDS) + " " + one(THINGS) + " for " + one(PLACES) + " "
                + capital(name(2 + number % 3));
        return new Task(
                "t" + number,
                title,
                one(TaskStatus.values()),
                one(Priority.values()),
                NOW.plus(Duration.ofHours(random.nextInt(2_000) - 500)),
                Set.of("u" + random.nextInt(people.size())),
                "c" + random.nextInt(channels.size()),
                before(number),
                "u0");
    }

    private static Instant before(int number) {
        return NOW.minus(Duration.ofMinutes(200_000L - number));
    }

    /** Pronounceable, and as varied as names are. */
    private String name(int syllables) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            name.append("bcdfghjklmnprstvwz".charAt(random.nextInt(18))).append("aeiou".charAt(random.nextInt(5)));
        }
        return capital(name.append("nrslt".charAt(random.nextInt(5))).toString());
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private <T> T one(T[] choice) {
        return choice[random.nextInt(choice.length)];
    }
}
