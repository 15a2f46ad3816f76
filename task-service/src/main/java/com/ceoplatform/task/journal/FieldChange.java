package com.ceoplatform.task.journal;

import org.jspecify.annotations.Nullable;

/** What a field was and what it became. */
public record FieldChange(@Nullable Object from, @Nullable Object to) {}
