package com.ceoplatform.notification.telling;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.ceoplatform.notification.delivery.DeliveryPlanner;
import com.ceoplatform.notification.delivery.Occasion;
import com.ceoplatform.notification.delivery.Wishes;
import com.ceoplatform.notification.escalation.Escalation;
import com.ceoplatform.notification.notification.Told;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What happens to a notification beyond the list: it leaves by other channels, and looks for its person when urgent. */
@Component
class Outlets {

    private final DeliveryPlanner planner;
    private final Escalation escalation;

    Outlets(DeliveryPlanner planner, Escalation escalation) {
        this.planner = requireNonNull(planner, "planner is null");
        this.escalation = requireNonNull(escalation, "escalation is null");
    }

    void open(Occasion occasion, List<Told> told, Map<UUID, Wishes> wishes) {
        if (told.isEmpty()) {
            return;
        }
        List<Told> reachable = planner.plan(occasion, told, wishes);
        if (occasion.escalates()) {
            escalation.watch(reachable.stream()
                    .collect(toMap(
                            identity(),
                            one -> wishes.getOrDefault(one.recipientId(), Wishes.NONE)
                                    .settings()
                                    .escalation())));
        }
    }
}
