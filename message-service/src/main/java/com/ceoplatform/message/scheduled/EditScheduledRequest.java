package com.ceoplatform.message.scheduled;

import com.ceoplatform.message.message.Priority;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** What shall be different in a scheduled message; what is left out stays. */
record EditScheduledRequest(
        @Nullable @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @CodePointLength(max = 10_000)
        String content,

        @Nullable Priority priority,
        @Nullable Instant sendAt) {}
