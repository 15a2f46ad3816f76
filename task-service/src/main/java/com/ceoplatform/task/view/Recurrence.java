package com.ceoplatform.task.view;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/**
 * How a task repeats.
 *
 * @param rule as in RFC 5545, such as {@code FREQ=WEEKLY;BYDAY=MO}
 * @param zone IANA name; the time of the day there stays the same across changes of daylight-saving time
 * @param seriesId the same for every task of the series: the id of its first one
 */
public record Recurrence(
        @Schema(example = "FREQ=WEEKLY;BYDAY=MO") String rule,
        @Schema(example = "Europe/Berlin") String zone,
        NextWhen nextWhen,
        UUID seriesId) {}
