package com.ceoplatform.voice.query;

import com.ceoplatform.voice.language.plan.Parameters.Query;
import com.ceoplatform.voice.language.plan.Reference;
import java.util.List;
import java.util.Objects;

/** Whom and what a question is about, as it is spoken of. */
final class Questioned {

    private static final int NAMED = 3;

    private Questioned() {}

    static List<Reference> people(Query query) {
        return Objects.requireNonNullElse(query.users(), List.of());
    }

    static String names(List<Reference> people) {
        if (people.size() > NAMED) {
            return people.size() + " people";
        }
        List<String> names = people.stream().map(Reference::label).toList();
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
