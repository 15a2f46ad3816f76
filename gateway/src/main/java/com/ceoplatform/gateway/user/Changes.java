package com.ceoplatform.gateway.user;

import com.ceoplatform.common.json.Change;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a PATCH made different, field by field. */
final class Changes {

    /** A field before and after. */
    record FieldChange(@Nullable Object from, @Nullable Object to) {}

    private final Map<String, FieldChange> fields = new LinkedHashMap<>();

    /** The new value of a field that is never null; the rules have refused null before. */
    <T> T required(String field, T from, Change<T> change) {
        T to = change.value();
        return to == null ? from : noted(field, from, to);
    }

    /** The new value of a field that null clears. */
    <T> @Nullable T optional(String field, @Nullable T from, Change<T> change) {
        T to = change.orElse(from);
        if (!Objects.equals(from, to)) {
            fields.put(field, new FieldChange(from, to));
        }
        return to;
    }

    private <T> T noted(String field, T from, T to) {
        if (!from.equals(to)) {
            fields.put(field, new FieldChange(from, to));
        }
        return to;
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Whether any of these fields became different. */
    boolean touch(String... names) {
        for (String name : names) {
            if (fields.containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    /** Those of these fields that became different. */
    Map<String, FieldChange> only(String... names) {
        Map<String, FieldChange> some = new LinkedHashMap<>(fields);
        some.keySet().retainAll(Set.of(names));
        return some;
    }

    /** The text that a field had before it became different. */
    Optional<String> before(String field) {
        return Optional.ofNullable(fields.get(field)).map(FieldChange::from).map(Object::toString);
    }

    Map<String, FieldChange> fields() {
        return Map.copyOf(fields);
    }
}
