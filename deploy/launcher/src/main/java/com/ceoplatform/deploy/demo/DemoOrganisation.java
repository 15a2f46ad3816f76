package com.ceoplatform.deploy.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The people, channels and tasks of the demo, as the resource beside this class lists them. */
record DemoOrganisation(List<Person> people, List<Channel> channels, List<Task> tasks) {

    /** {@code manager} is the e-mail address of somebody further up in the list, or of the CEO. */
    record Person(
            String name,
            String email,
            String role,
            String department,
            String jobTitle,
            String manager,
            String timezone) {}

    /** {@code members} are e-mail addresses. */
    record Channel(String name, String description, String type, String privacy, List<String> members) {}

    /** Due at 17:00 UTC that many days from the start; {@code channel} is a name, empty for none. */
    record Task(
            String title, String description, List<String> assignees, String priority, int dueInDays, String channel) {}

    static DemoOrganisation read() {
        try (InputStream resource = DemoOrganisation.class.getResourceAsStream("organisation.json")) {
            if (resource == null) {
                throw new IllegalStateException("organisation.json is missing");
            }
            return JsonMapper.builder().build().readValue(resource, DemoOrganisation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
