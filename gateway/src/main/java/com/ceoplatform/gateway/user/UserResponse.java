package com.ceoplatform.gateway.user;

import com.ceoplatform.common.security.Role;
import com.ceoplatform.gateway.notice.Recipient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as clients and other services see them.
 *
 * @param kind a person, or a service account, which only API tokens let in
 * @param lastActiveAt to within some minutes; null before the first login
 */
public record UserResponse(
        UUID id,
        UserKind kind,
        String email,
        String name,
        Role role,
        @Nullable String department,
        @Nullable String jobTitle,
        @Nullable UUID managerId,
        String timezone,
        String locale,
        boolean active,
        @Nullable Instant lastActiveAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static UserResponse from(User user) {
        return new UserResponse(
                user.id(),
                user.kind(),
                user.email(),
                user.name(),
                user.role(),
                user.department(),
                user.jobTitle(),
                user.managerId(),
                user.timezone(),
                user.locale(),
                user.isActive(),
                user.lastActiveAt(),
                user.createdAt(),
                user.updatedAt(),
                user.version());
    }

    /** Whether mail about the account reaches somebody: a program reads none, and who has left is told nothing. */
    public boolean readsMail() {
        return active && kind == UserKind.PERSON;
    }

    /** The person as one who is told something by mail. */
    public Recipient recipient() {
        return new Recipient(id, email, name, timezone);
    }
}
