package com.ceoplatform.message.system;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.directory.People;
import com.ceoplatform.common.directory.Person;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people are called in messages of the platform. */
@Component
class Names {

    private final People people;

    Names(People people) {
        this.people = requireNonNull(people, "people is null");
    }

    /** Asks nobody: a message of the platform does not wait for another service. */
    String of(@Nullable UUID userId) {
        Person person = userId == null ? null : people.known(Set.of(userId)).get(userId);
        return person == null ? "Somebody" : person.name();
    }
}
