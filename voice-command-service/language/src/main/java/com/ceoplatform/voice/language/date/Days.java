package com.ceoplatform.voice.language.date;

import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.grammar.Value;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;
import java.util.Locale;
import java.util.Optional;

/** Days counted from today. Weeks begin on Monday. */
final class Days {

    private final LocalDate today;

    Days(LocalDate today) {
        this.today = today;
    }

    /** Empty when there is no such day (the 31st of February). */
    Optional<When> read(Matched phrase) {
        try {
            return Optional.ofNullable(
                    switch (phrase.rule().name()) {
                        case "in_days" -> When.day(today.plusDays(number(phrase, "n")));
                        case "weekday" -> When.day(coming(weekday(phrase)));
                        case "this_weekday" -> When.day(thisWeek(weekday(phrase)));
                        case "next_weekday" -> When.day(monday(1).with(TemporalAdjusters.nextOrSame(weekday(phrase))));
                        case "weekday_later" -> When.day(coming(weekday(phrase)).plusWeeks(number(phrase, "n")));
                        case "last_weekday" -> When.day(today.with(TemporalAdjusters.previous(weekday(phrase))));
                        case "in_units" -> When.day(later(number(phrase, "n"), unit(phrase)));
                        case "business_days" -> When.day(workingDays(number(phrase, "n")));
                        case "whole" -> whole(unit(phrase), number(phrase, "which"));
                        case "end_of" ->
                            When.day(
                                    whole(unit(phrase), number(phrase, "which")).deadline());
                        case "start_of" ->
                            When.day(
                                    whole(unit(phrase), number(phrase, "which")).first());
                        case "middle_of" -> When.day(middle(unit(phrase), number(phrase, "which")));
                        case "next_days" -> span(number(phrase, "n"), unit(phrase));
                        case "month_day" -> When.day(inMonth(phrase));
                        case "day_of_month" -> When.day(dayOfMonth(number(phrase, "day")));
                        case "weekday_of_month" -> When.day(weekdayOfMonth(phrase));
                        case "day_of_next_month" -> When.day(today.plusMonths(1).withDayOfMonth(number(phrase, "day")));
                        case "month_end" -> When.day(month(phrase).deadline());
                        case "month_start" -> When.day(month(phrase).first());
                        case "month_middle" -> When.day(month(phrase).first().withDayOfMonth(15));
                        case "month" -> month(phrase);
                        case "iso" -> iso(phrase);
                        default -> null;
                    });
        } catch (DateTimeException | ArithmeticException noSuchDay) {
            return Optional.empty();
        }
    }

    private LocalDate coming(DayOfWeek day) {
        return today.with(TemporalAdjusters.next(day));
    }

    private LocalDate thisWeek(DayOfWeek day) {
        LocalDate inWeek = monday(0).with(TemporalAdjusters.nextOrSame(day));
        return inWeek.isBefore(today) ? inWeek.plusWeeks(1) : inWeek;
    }

    private LocalDate monday(int weeks) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeks);
    }

    private LocalDate later(int number, ChronoUnit unit) {
        return unit == ChronoUnit.HOURS || unit == ChronoUnit.MINUTES ? today : today.plus(number, plain(unit));
    }

    private static TemporalUnit plain(ChronoUnit unit) {
        return unit == ChronoUnit.DECADES ? IsoFields.QUARTER_YEARS : unit;
    }

    private LocalDate workingDays(int number) {
        LocalDate day = today;
        for (int left = Math.min(number, 500); left > 0; ) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue() ? 1 : 0;
        }
        return day;
    }

    private When span(int number, ChronoUnit unit) {
        LocalDate last = later(number, unit);
        return new When(today, last, last, null, null, false);
    }

    private When whole(ChronoUnit unit, int which) {
        LocalDate first = switch (unit) {
            case WEEKS -> monday(which);
            case MONTHS -> today.withDayOfMonth(1).plusMonths(which);
            case DECADES -> today.with(IsoFields.DAY_OF_QUARTER, 1).plus(which, IsoFields.QUARTER_YEARS);
            case YEARS -> today.withDayOfYear(1).plusYears(which);
            default -> today.plusDays(which);
        };
        LocalDate last = switch (unit) {
            case WEEKS, MONTHS, DECADES, YEARS -> first.plus(1, plain(unit)).minusDays(1);
            default -> first;
        };
        if (unit != ChronoUnit.WEEKS) {
            return new When(first, last, last, null, null, false);
        }
        LocalDate friday = first.plusDays(4);
        return new When(first, friday.isBefore(today) ? last : friday, last, null, null, false);
    }

    private LocalDate middle(ChronoUnit unit, int which) {
        LocalDate first = whole(unit, which).first();
        return unit == ChronoUnit.WEEKS ? first.plusDays(2) : first.withDayOfMonth(15);
    }

    private When month(Matched phrase) {
        int month = Integer.parseInt(option(phrase, "month"));
        YearMonth coming = YearMonth.of(today.getYear(), month);
        YearMonth meant = coming.isBefore(YearMonth.from(today)) ? coming.plusYears(1) : coming;
        return new When(meant.atDay(1), meant.atEndOfMonth(), meant.atEndOfMonth(), null, null, false);
    }

    private LocalDate inMonth(Matched phrase) {
        int month = Integer.parseInt(option(phrase, "month"));
        int day = number(phrase, "day");
        if (phrase.slot("year").isPresent()) {
            return LocalDate.of(number(phrase, "year"), month, day);
        }
        LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
        return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
    }

    private LocalDate dayOfMonth(int day) {
        for (YearMonth month = YearMonth.from(today); ; month = month.plusMonths(1)) {
            boolean has = day >= 1 && day <= month.lengthOfMonth();
            if (has && !month.atDay(day).isBefore(today)) {
                return month.atDay(day);
            }
            if (day < 1 || day > 31) {
                throw new DateTimeException("no month has a day " + day);
            }
        }
    }

    private LocalDate weekdayOfMonth(Matched phrase) {
        LocalDate month = phrase.option("month").isPresent()
                ? month(phrase).first()
                : today.withDayOfMonth(1).plusMonths(number(phrase, "which"));
        int ordinal = number(phrase, "day");
        return month.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday(phrase)));
    }

    private When iso(Matched phrase) {
        try {
            return When.day(LocalDate.parse(option(phrase, "iso")));
        } catch (DateTimeParseException notADate) {
            throw new DateTimeException("not a date", notADate);
        }
    }

    private static DayOfWeek weekday(Matched phrase) {
        return DayOfWeek.valueOf(option(phrase, "weekday").toUpperCase(Locale.ROOT));
    }

    private static ChronoUnit unit(Matched phrase) {
        return switch (option(phrase, "unit")) {
            case "minute" -> ChronoUnit.MINUTES;
            case "hour" -> ChronoUnit.HOURS;
            case "week" -> ChronoUnit.WEEKS;
            case "month" -> ChronoUnit.MONTHS;
            // java.time has no unit for quarters among the plain ones.
            case "quarter" -> ChronoUnit.DECADES;
            case "year" -> ChronoUnit.YEARS;
            default -> ChronoUnit.DAYS;
        };
    }

    private static String option(Matched phrase, String slot) {
        return phrase.option(slot).orElse("");
    }

    private static int number(Matched phrase, String slot) {
        return phrase.value(slot, Value.Count.class).map(Value.Count::number).orElseGet(() -> {
            String implied = option(phrase, slot);
            return implied.isEmpty() ? 0 : Integer.parseInt(implied);
        });
    }
}
