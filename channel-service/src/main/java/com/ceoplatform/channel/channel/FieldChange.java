package com.ceoplatform.channel.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One changed field: what it was and what it is. */
public record FieldChange(@Nullable Object from, @Nullable Object to) {

    /** The fields in which two drafts differ. */
    static Map<String, FieldChange> between(ChannelDraft old, ChannelDraft current) {
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        add(changes, "name", old.name(), current.name());
        add(changes, "description", old.description(), current.description());
        add(changes, "type", old.type(), current.type());
        add(changes, "privacy", old.privacy(), current.privacy());
        add(changes, "categoryId", old.categoryId(), current.categoryId());
        add(changes, "department", old.department(), current.department());
        return changes;
    }

    private static void add(
            Map<String, FieldChange> changes, String field, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            changes.put(field, new FieldChange(from, to));
        }
    }
}
