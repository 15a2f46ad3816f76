package com.ceoplatform.task.task;

import org.jspecify.annotations.Nullable;

/** What a field was and what it became. */
public record FieldChange(@Nullable Object from, @Nullable Object to) {}
