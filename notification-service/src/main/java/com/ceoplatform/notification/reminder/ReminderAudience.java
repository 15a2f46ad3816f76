package com.ceoplatform.notification.reminder;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.directory.People;
import com.ceoplatform.common.directory.Person;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks whom a reminder is for. May ask the gateway for people who are new: call it outside of transactions. */
@Component
class ReminderAudience {

    private final People people;

    ReminderAudience(People people) {
        this.people = requireNonNull(people, "people is null");
    }

    /**
     * The people, each once; the caller when nobody is named.
     *
     * @throws DomainException 422, when somebody is not an active person of the organisation
     */
    List<UUID> of(UUID callerId, @Nullable List<UUID> named) {
        List<UUID> wanted = named == null ? List.of(callerId) : named;
        Map<UUID, Person> known = people.findAll(wanted);
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < wanted.size(); index++) {
            Person person = known.get(wanted.get(index));
            if (person == null || !person.active()) {
                errors.add(new FieldError("audience[" + index + "]", "is not an active person of this organisation"));
            }
        }
        if (!errors.isEmpty()) {
            throw DomainException.invalid(errors);
        }
        return List.copyOf(new LinkedHashSet<>(wanted));
    }
}
