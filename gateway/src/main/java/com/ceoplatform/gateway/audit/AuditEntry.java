package com.ceoplatform.gateway.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of the audit log.
 *
 * @param userId whom it is about; null when nobody is known by what was tried
 * @param actorId who did it; null when nobody was signed in
 * @param address the IP address that the request came from; null for what the gateway did by itself
 * @param details what else there is to know, such as the fields of a change
 */
record AuditEntry(
        UUID id,
        AuditType type,
        @Nullable UUID userId,
        @Nullable UUID actorId,
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable String requestId,
        JsonNode details,
        Instant at) {}
