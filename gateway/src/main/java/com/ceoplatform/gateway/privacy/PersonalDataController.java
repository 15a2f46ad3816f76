package com.ceoplatform.gateway.privacy;

import com.ceoplatform.common.error.DomainException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Personal data that the gateway keeps; the same endpoints as every other service has. Logins of a CEO only, never API
 * tokens: the security rules see to that. Its methods block and so run on virtual threads.
 */
@RestController
@RequestMapping("/admin")
@Tag(name = "Operations")
class PersonalDataController {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataController.class);

    /** Nobody forgets the current day by a slip of the hand. */
    private static final Duration YOUNGEST = Duration.ofDays(1);

    private final PersonalRecords records;
    private final Clock clock;

    PersonalDataController(PersonalRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    /** Rows that were changed or deleted, by kind. */
    record RowCounts(Map<String, Integer> rows) {}

    @GetMapping("/personal-data/{userId}")
    @Operation(summary = "What the gateway keeps of a person beside the profile, a list per kind")
    Map<String, List<JsonNode>> export(@PathVariable UUID userId) {
        return records.export(userId);
    }

    @DeleteMapping("/personal-data/{userId}")
    @Operation(
            summary = "Forget a person who is deactivated",
            description = "Takes away sessions, API tokens, external identities, the password and unsent mail. The"
                    + " audit log keeps its lines under the id alone. May be repeated.")
    RowCounts erase(@PathVariable UUID userId) {
        RowCounts erased = new RowCounts(records.erase(userId));
        LOG.info("Forgot the person {}: {}", userId, erased.rows());
        return erased;
    }

    @PostMapping("/retention")
    @Operation(summary = "Delete what is finished and older than a moment, which lies at least a day back")
    RowCounts expire(@Parameter(description = "ISO 8601, UTC") @RequestParam Instant before) {
        if (before.isAfter(clock.instant().minus(YOUNGEST))) {
            throw DomainException.invalidParameter("before", "must lie at least a day back");
        }
        RowCounts expired = new RowCounts(records.expire(before));
        LOG.info("Deleted what was older than {}: {}", before, expired.rows());
        return expired;
    }
}
