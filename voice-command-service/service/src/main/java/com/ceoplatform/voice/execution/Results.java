package com.ceoplatform.voice.execution;

import com.ceoplatform.voice.language.plan.Reference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the actions of a plan have made so far; puts it in place of references to them. */
final class Results {

    private final Map<String, Reference> byAction = new ConcurrentHashMap<>();

    void put(String action, @Nullable Reference result) {
        if (result != null) {
            byAction.put(action, result);
        }
    }

    /** @throws IllegalStateException when the action referred to has not made anything; its dependencies forbid that */
    Reference real(Reference reference) {
        if (!reference.isAction()) {
            return reference;
        }
        Reference result = byAction.get(reference.id());
        if (result == null) {
            throw new IllegalStateException("Action " + reference.id() + " has no result");
        }
        return result;
    }

    String id(Reference reference) {
        return real(reference).id();
    }

    List<String> ids(@Nullable List<Reference> references) {
        return references == null
                ? List.of()
                : references.stream().map(this::id).toList();
    }
}
