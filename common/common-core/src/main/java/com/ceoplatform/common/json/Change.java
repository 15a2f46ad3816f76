package com.ceoplatform.common.json;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A field of a PATCH body, where leaving it out and setting it to null are different wishes.
 *
 * @param present whether the field was in the body
 * @param value what it was; null clears the field
 */
@JsonDeserialize(using = ChangeDeserializer.class)
public record Change<T>(boolean present, @Nullable T value) {

    private static final Change<?> ABSENT = new Change<>(false, null);

    @SuppressWarnings("unchecked") // holds no value
    public static <T> Change<T> absent() {
        return (Change<T>) ABSENT;
    }

    public static <T> Change<T> to(@Nullable T value) {
        return new Change<>(true, value);
    }

    /** Runs the action with the new value, null included, when the field was in the body. */
    public void ifPresent(Consumer<@Nullable T> action) {
        if (present) {
            action.accept(value);
        }
    }

    /** The new value, or the old one when the field was left out. */
    public @Nullable T orElse(@Nullable T old) {
        return present ? value : old;
    }
}
