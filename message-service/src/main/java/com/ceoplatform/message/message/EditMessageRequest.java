package com.ceoplatform.message.message;

import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.constraints.CodePointLength;

/** What a message shall say from now on: 1 to 10,000 characters (code points), kept as written. */
record EditMessageRequest(
        @NotBlank @CodePointLength(max = 10_000) String content) {}
