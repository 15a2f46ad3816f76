package com.ceoplatform.task.journal;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.events.outbox.OutgoingEvent;
import com.ceoplatform.task.activity.ActivityLog;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the world and the task's history what happened, within the transaction that made it happen. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TaskJournal {

    private final Outbox outbox;
    private final ActivityLog activity;
    private final Clock clock;

    TaskJournal(Outbox outbox, ActivityLog activity, Clock clock) {
        this.outbox = outbox;
        this.activity = activity;
        this.clock = clock;
    }

    /** The moment of a change, as precise as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Tells the world, but not the history: nothing changed. */
    public void tell(TaskEvent event) {
        outbox.append(OutgoingEvent.of(Topic.TASKS, event.type(), event.taskId(), event.payload()));
    }

    public void write(TaskEvent event, Instant at) {
        tell(event);
        activity.append(event.taskId(), event.type(), event.changed(), at);
    }
}
