package com.ceoplatform.task.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.LinkedHashSet;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What people wrote about a task. Lengths are checked before, in {@link TaskRules}. */
@Embeddable
record Content(
        String title,
        @Nullable String description,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "text[]")
        List<String> labels) {

    static final Content EMPTY = new Content("", null, List.of());

    Content {
        labels = List.copyOf(new LinkedHashSet<>(labels));
    }
}
