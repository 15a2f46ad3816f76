package com.ceoplatform.gateway.audit;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the audit log. Blocks and so runs on virtual threads. */
@RestController
@Tag(name = "Audit")
class AuditController {

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @GetMapping("/api/v1/audit")
    @Operation(summary = "Sign-ins and changes of rights, youngest first; the CEO only")
    CursorPage<AuditEntry> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable UUID userId,
            @RequestParam(required = false) @Nullable AuditType type,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (!caller.isCeo()) {
            throw DomainException.forbidden("Only the CEO reads the audit log.");
        }
        Cursor after = cursor == null ? null : Cursor.decode(cursor, 2);
        return log.page(new AuditQuery(userId, type, from, to, after), PageLimit.of(limit));
    }
}
