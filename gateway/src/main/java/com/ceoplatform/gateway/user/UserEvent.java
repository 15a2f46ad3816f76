package com.ceoplatform.gateway.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Payload of {@code user.*}: the person, and for a change what became different.
 *
 * @param changed null when the person is new
 */
record UserEvent(
        @JsonUnwrapped UserResponse user,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Changes.FieldChange> changed) {}
