package com.ceoplatform.voice.language.compose;

import com.ceoplatform.voice.language.clause.Order;
import com.ceoplatform.voice.language.date.When;
import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.Parameters.Period;
import com.ceoplatform.voice.language.plan.Parameters.Query;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.TaskFilter;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions: nothing changes, the answer has the figures. */
final class QueryOrders {

    private static final int SPOKEN_OF = 200;

    private final Composition composition;

    QueryOrders(Composition composition) {
        this.composition = composition;
    }

    void ask(Order order, ActionType type) {
        List<Reference> channels = composition.references(order, "channel");
        if (channels == null || channels.isEmpty()) {
            ask(order, type, null);
        } else {
            channels.forEach(channel -> ask(order, type, channel));
        }
    }

    private void ask(Order order, ActionType type, @Nullable Reference channel) {
        List<Reference> users = composition.references(order, "users");
        String title = order.span("title")
                .map(span -> composition.scene.transcript().words(span.from(), span.to()))
                .or(() -> order.found("tasks")
                        .map(composition::clear)
                        .filter(tasks -> !tasks.isEmpty())
                        .map(tasks -> tasks.getFirst().label()))
                .orElse(null);
        if (type == ActionType.QUERY_TASKS) {
            TaskFilter filter =
                    TaskFilter.of(channel, users, order.option("status").orElse(null), title);
            composition.salience().mention(ReferenceKind.TASK, filter.fewer(composition.scene, SPOKEN_OF));
        }
        composition.draft.add(
                type,
                new Query(
                        channel,
                        users,
                        order.option("status").orElse(null),
                        composition.priority(order),
                        title,
                        period(order)));
    }

    /** "Show me everything overdue in X": the conditions are the question, and the tasks are what "them" means next. */
    void wanted(Order order, TaskFilter wanted) {
        ZoneId zone = composition.zone();
        TaskFilter filter = wanted.asked(
                composition.references(order, "users"), order.option("status").orElse(null));
        composition.salience().mention(ReferenceKind.TASK, filter.fewer(composition.scene, SPOKEN_OF));
        When due = filter.due();
        composition.draft.add(
                ActionType.QUERY_TASKS,
                new Query(
                        filter.channel(),
                        filter.people(),
                        filter.status(),
                        filter.priority() == null ? null : Composition.priority(filter.priority()),
                        filter.title(),
                        due == null ? null : new Period(filter.until() ? null : due.from(zone), due.to(zone))));
    }

    private @Nullable Period period(Order order) {
        ZoneId zone = composition.zone();
        boolean until = order.option("until").isPresent();
        return order.when("due")
                .map((When when) -> new Period(until ? null : when.from(zone), when.to(zone)))
                .orElse(null);
    }
}
