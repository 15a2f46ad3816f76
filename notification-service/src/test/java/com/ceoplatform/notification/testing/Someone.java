package com.ceoplatform.notification.testing;

import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.token.TestTokens;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person of a test. */
public record Someone(UUID id, Role role, @Nullable String department, String token) {

    static Someone of(UUID id, Role role, @Nullable String department) {
        return new Someone(id, role, department, TestTokens.of(id, role, department));
    }
}
