package com.ceoplatform.voice.language.compose;

import com.ceoplatform.voice.language.clause.Order;
import com.ceoplatform.voice.language.organisation.Task;
import com.ceoplatform.voice.language.plan.Reference;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** "By two days": each task from its own deadline, or from today when it has none. */
final class Postponement {

    private static final int LONGEST = 1000;

    private final Composition composition;

    Postponement(Composition composition) {
        this.composition = composition;
    }

    /** The tasks by their new deadlines. */
    Map<OffsetDateTime, List<Reference>> deadlines(Order order, List<Reference> targets) {
        int number = order.count("n").orElse(1) * (order.option("earlier").isPresent() ? -1 : 1);
        TemporalUnit unit = unit(order.option("unit").orElse("day"));
        Map<OffsetDateTime, List<Reference>> byDeadline = new LinkedHashMap<>();
        for (Reference task : targets) {
            ZonedDateTime later = due(task).plus(Math.clamp(number, -LONGEST, LONGEST), unit);
            byDeadline
                    .computeIfAbsent(later.toOffsetDateTime(), key -> new ArrayList<>())
                    .add(task);
        }
        return byDeadline;
    }

    private ZonedDateTime due(Reference task) {
        ZonedDateTime today = composition.scene.utterance().localNow().with(LocalTime.of(17, 0));
        return composition
                .scene
                .organisation()
                .task(task.id())
                .map(Task::dueAt)
                .map(moment -> moment.atZone(composition.zone()))
                .orElse(today);
    }

    private static TemporalUnit unit(String key) {
        return switch (key) {
            case "week" -> ChronoUnit.WEEKS;
            case "month" -> ChronoUnit.MONTHS;
            case "quarter" -> IsoFields.QUARTER_YEARS;
            case "year" -> ChronoUnit.YEARS;
            default -> ChronoUnit.DAYS;
        };
    }
}
