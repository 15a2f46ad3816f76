package com.ceoplatform.common.web.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.error.DomainException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Personal data of this service; for the CEO's account, and not through the gateway. */
@RestController
@RequestMapping("/admin")
@Tag(name = "Operations")
class PersonalDataController {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataController.class);

    /** Nobody forgets the current day by a slip of the hand. */
    private static final Duration YOUNGEST = Duration.ofDays(1);

    private final PersonalData data;
    private final Clock clock;

    PersonalDataController(PersonalData data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /** Rows that were changed or deleted, by kind. */
    record RowCounts(Map<String, Integer> rows) {}

    @GetMapping(path = "/personal-data/{userId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Everything that this service keeps of a person, as one JSON object with a list per kind")
    ResponseEntity<StreamingResponseBody> export(@PathVariable UUID userId) {
        return ResponseEntity.ok(body -> {
            try (Writer writer = new BufferedWriter(new OutputStreamWriter(body, UTF_8))) {
                write(userId, writer);
            }
        });
    }

    @DeleteMapping("/personal-data/{userId}")
    @Operation(
            summary = "Forget a person",
            description =
                    "Takes away what they wrote and what was kept for them. What belongs to the organisation - tasks,"
                            + " channels, who changed what - stays under the id alone. May be repeated.")
    RowCounts erase(@PathVariable UUID userId) {
        RowCounts erased = new RowCounts(data.erase(userId));
        LOG.info("Forgot the person {}: {}", userId, erased.rows());
        return erased;
    }

    @PostMapping("/retention")
    @Operation(summary = "Delete what is finished and older than a moment, which lies at least a day back")
    RowCounts expire(@Parameter(description = "ISO 8601, UTC") @RequestParam Instant before) {
        if (before.isAfter(clock.instant().minus(YOUNGEST))) {
            throw DomainException.invalidParameter("before", "must lie at least a day back");
        }
        RowCounts expired = new RowCounts(data.expire(before));
        LOG.info("Deleted what was older than {}: {}", before, expired.rows());
        return expired;
    }

    private void write(UUID userId, Writer writer) throws IOException {
        String separator = "{";
        for (String section : data.sections()) {
            writer.write(separator + "\"" + section + "\":[");
            var rows = new Rows(writer);
            data.read(section, userId, rows::add);
            writer.write("]");
            separator = ",";
        }
        writer.write("}");
    }

    private static final class Rows {

        private final Writer writer;
        private boolean begun;

        Rows(Writer writer) {
            this.writer = writer;
        }

        void add(String row) {
            try {
                writer.write(begun ? ",\n" : "\n");
                writer.write(row);
                begun = true;
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
