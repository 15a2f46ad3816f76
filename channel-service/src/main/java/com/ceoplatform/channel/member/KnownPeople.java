package com.ceoplatform.channel.member;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.directory.People;
import com.ceoplatform.common.directory.Person;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Refuses to bring people into a channel who do not exist or have left. */
@Component
public class KnownPeople {

    private final People people;

    KnownPeople(People people) {
        this.people = requireNonNull(people, "people is null");
    }

    /** 422 naming each unknown person. May ask the gateway: call it outside of transactions. */
    public void require(String field, List<UUID> ids) {
        Map<UUID, Person> known = people.findAll(ids);
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < ids.size(); index++) {
            Person person = known.get(ids.get(index));
            if (person == null) {
                errors.add(new FieldError(field + "[" + index + "]", "there is no such user"));
            } else if (!person.active()) {
                errors.add(new FieldError(field + "[" + index + "]", "has left the organisation"));
            }
        }
        if (!errors.isEmpty()) {
            throw DomainException.invalid(errors);
        }
    }
}
