package com.ceoplatform.common.test.http;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.token.TestTokens;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person of a test, with a valid access token. */
public record Someone(UUID id, Role role, @Nullable String department, String token) {

    public static Someone of(UUID id, Role role, @Nullable String department) {
        return new Someone(id, role, department, TestTokens.of(id, role, department));
    }

    public static Someone ceo() {
        return of(Ids.next(), Role.CEO, null);
    }

    public static Someone manager(String department) {
        return of(Ids.next(), Role.MANAGER, department);
    }

    /** A member of staff in sales. */
    public static Someone staff() {
        return of(Ids.next(), Role.STAFF, "Sales");
    }
}
