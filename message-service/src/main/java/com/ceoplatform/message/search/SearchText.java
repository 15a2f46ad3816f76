package com.ceoplatform.message.search;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.time.StorableTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the search box: words, and restrictions such as {@code from:sarah}, {@code from:"Sarah Chen"},
 * {@code from:me}, {@code in:launch}, {@code before:2027-03-01}, {@code after:2027-03-01}. Days are those of the searcher's
 * zone; before and after a day leave the day itself out. Names and channels may be given several times: any of them fits.
 *
 * @param words what is left, for a web search: "a phrase", or, -without
 */
record SearchText(
        String words,
        List<String> from,
        List<String> in,
        @Nullable Instant before,
        @Nullable Instant after) {

    private static final Pattern RESTRICTION =
            Pattern.compile("(?<!\\S)(from|in|before|after):(?:\"([^\"]*)\"|(\\S+))", Pattern.CASE_INSENSITIVE);

    static SearchText parse(String text, ZoneId zone) {
        List<String> from = new ArrayList<>();
        List<String> in = new ArrayList<>();
        Instant before = null;
        Instant after = null;
        Matcher matcher = RESTRICTION.matcher(text);
        while (matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
                case "from" -> from.add(value.replaceFirst("^@", ""));
                case "in" -> in.add(value.replaceFirst("^#", ""));
                case "before" -> before = moment(value, zone, 0);
                default -> after = moment(value, zone, 1);
            }
        }
        String words = RESTRICTION
                .matcher(text)
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
        return new SearchText(words, List.copyOf(from), List.copyOf(in), before, after);
    }

    /** The start of a day so many days later, or a moment as it is. */
    private static Instant moment(String value, ZoneId zone, int daysLater) {
        try {
            return value.length() <= "2027-03-01".length()
                    ? StorableTime.require(LocalDate.parse(value)
                            .plusDays(daysLater)
                            .atStartOfDay(zone)
                            .toInstant())
                    : StorableTime.parse(value);
        } catch (DateTimeException noDate) {
            throw DomainException.invalidParameter("q", "before: and after: take a day such as 2027-03-01");
        }
    }
}
