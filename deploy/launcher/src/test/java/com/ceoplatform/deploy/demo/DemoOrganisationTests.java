package com.ceoplatform.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoOrganisationTests {

    private final DemoOrganisation organisation = DemoOrganisation.read();

    @Test
    void listsAManagerBeforeTheirPeople() {
        Set<String> known = new HashSet<>(Set.of("ceo@example.com"));

        assertThat(organisation.people()).isNotEmpty().allSatisfy(person -> {
            assertThat(known).contains(person.manager());
            assertThat(known.add(person.email()))
                    .as("%s is listed once", person.email())
                    .isTrue();
        });
    }

    @Test
    void knowsThePeopleOfItsChannelsAndTasks() {
        List<String> emails = organisation.people().stream()
                .map(DemoOrganisation.Person::email)
                .toList();

        assertThat(organisation.channels())
                .isNotEmpty()
                .allSatisfy(channel -> assertThat(emails).containsAll(channel.members()));
        assertThat(organisation.tasks())
                .isNotEmpty()
                .allSatisfy(task -> assertThat(emails).containsAll(task.assignees()));
    }

    @Test
    void assignsTheTasksOfAChannelToItsMembers() {
        Map<String, List<String>> members = organisation.channels().stream()
                .collect(Collectors.toMap(DemoOrganisation.Channel::name, DemoOrganisation.Channel::members));

        assertThat(organisation.tasks())
                .filteredOn(task -> !task.channel().isEmpty())
                .isNotEmpty()
                .allSatisfy(task -> assertThat(members.get(task.channel())).containsAll(task.assignees()));
    }

    @Test
    void usesRealTimeZonesAndRoles() {
        assertThat(organisation.people()).allSatisfy(person -> {
            assertThat(ZoneId.getAvailableZoneIds()).contains(person.timezone());
            assertThat(person.role()).isIn("manager", "staff");
        });
    }
}
