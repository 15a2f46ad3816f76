package com.ceoplatform.common.directory;

import com.ceoplatform.common.security.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the organisation, as the gateway last told.
 *
 * @param timezone IANA name
 * @param locale BCP 47 tag
 * @param active false for people who have left; they stay known because history names them
 * @param version grows with each change
 */
public record Person(
        UUID id,
        String email,
        String name,
        Role role,
        @Nullable String department,
        @Nullable String jobTitle,
        @Nullable UUID managerId,
        @Nullable String timezone,
        @Nullable String locale,
        boolean active,
        long version) {}
