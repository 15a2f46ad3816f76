package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.Person;
import com.ceoplatform.voice.language.organisation.Role;
import com.ceoplatform.voice.language.organisation.Words;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Who leads a department. */
final class DepartmentHeads {

    private final Scene scene;
    private final Organisation organisation;

    DepartmentHeads(Scene scene) {
        this.scene = scene;
        this.organisation = scene.organisation();
    }

    /** Somebody leads a department. */
    boolean heads(Person person) {
        String title = person.jobTitle() == null ? "" : person.jobTitle().toLowerCase(Locale.ROOT);
        return (person.department() != null
                        && head(person.department()).map(person::equals).orElse(false))
                || (title.startsWith("head of") && person.role() == Role.MANAGER);
    }

    /** Who leads a department, when that is clear. */
    Optional<Person> head(String department) {
        List<Person> people = organisation.inDepartment(department);
        List<Person> managers = managers(people);
        Predicate<Person> titled = person -> person.jobTitle() != null
                && scene.language().words("head_titles").stream()
                        .anyMatch(word -> Words.of(person.jobTitle()).contains(word));
        Optional<Person> named = managers.stream().filter(titled).findFirst();
        return named.or(() -> managers.size() == 1 ? Optional.of(managers.getFirst()) : Optional.empty());
    }

    static List<Person> managers(Collection<Person> people) {
        return people.stream().filter(person -> person.role() == Role.MANAGER).toList();
    }
}
