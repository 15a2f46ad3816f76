package com.ceoplatform.common.security;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a request, as the verified access token says.
 *
 * @param department null for people outside departments
 * @param sessionId the login session that the token belongs to
 * @param zone the person's time zone
 */
public record Caller(
        UUID id,
        String email,
        String name,
        Role role,
        @Nullable String department,
        String sessionId,
        ZoneId zone) {

    public boolean isCeo() {
        return role == Role.CEO;
    }

    /** Managers act on what belongs to their own department. */
    public boolean manages(@Nullable String otherDepartment) {
        return role == Role.MANAGER && department != null && department.equals(otherDepartment);
    }
}
