package com.ceoplatform.common.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel as channel-service last told. Type, privacy and status are the lower snake case names of the contract.
 *
 * @param department whose managers may act on it; null for none
 */
public record Channel(
        UUID id,
        @Nullable String name,
        String type,
        String privacy,
        String status,
        @Nullable String department,
        @Nullable UUID createdBy,
        long version) {

    public boolean isDirect() {
        return type.equals("direct");
    }

    public boolean isPublic() {
        return privacy.equals("public");
    }

    public boolean isArchived() {
        return status.equals("archived");
    }
}
