package com.ceoplatform.task.report;

import com.ceoplatform.task.access.CountedVisibility;
import com.ceoplatform.task.access.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A report whose tasks have been counted as they changed. Tallies are kept by the days of UTC: of the days in which a span
 * begins or ends, and of what is in no tally, the tasks themselves are counted.
 */
record Tallied(CountedVisibility visibility, ReportRows counted, ReportRows rest) {

    /** Empty for a channel or a person, of whom there are few enough tasks, and for channels too new to be known. */
    static Optional<Tallied> of(ReportScope scope, Viewer viewer) {
        String department = scope.department();
        boolean narrow =
                scope.channelId() != null || scope.userId() != null || (department != null && department.isBlank());
        if (narrow || !viewer.channels().isEmpty()) {
            return Optional.empty();
        }
        CountedVisibility visibility = CountedVisibility.of(viewer, department);
        return Optional.of(new Tallied(
                visibility,
                new ReportRows(scope, visibility.counted(), visibility.parameters()),
                new ReportRows(scope, visibility.rest(), visibility.parameters())));
    }

    /** Text with {@code {tallies}} and {@code {people}} for which tallies it is about. */
    String select(String text) {
        return text.replace("{tallies}", visibility.tallies()).replace("{people}", visibility.people());
    }

    Map<String, Object> parameters() {
        return counted.parameters();
    }

    /** Moments and days of a report; a name that ends in Day is the whole day, in Start or End where it begins or ends. */
    static Map<String, Object> moments(Instant now, Instant soon, Instant recently) {
        Map<String, Object> moments = new HashMap<>();
        moments.put("now", utc(now));
        moments.put("soon", utc(soon));
        moments.put("recently", utc(recently));
        moments.put("nowDay", day(now));
        moments.put("soonDay", day(soon));
        moments.put("recentDay", day(recently));
        moments.put("nowStart", start(day(now)));
        moments.put("nowEnd", start(day(now).plusDays(1)));
        moments.put("soonStart", start(day(soon)));
        moments.put("recentEnd", start(day(recently).plusDays(1)));
        return moments;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
