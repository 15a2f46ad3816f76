package com.ceoplatform.message.scheduled;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sets the alarm for each message, within the transaction that changes it. An alarm that is just going off cannot be
 * moved and need not: whoever it wakes waits for the transaction and looks at the message again.
 */
@Component
class Dispatch {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("scheduled-message");

    private final SchedulerClient alarms;

    Dispatch(SchedulerClient alarms) {
        this.alarms = requireNonNull(alarms, "alarms is null");
    }

    void at(UUID id, Instant moment) {
        alarms.scheduleIfNotExists(TASK.instance(id.toString()).scheduledTo(moment));
    }

    void moveTo(UUID id, Instant moment) {
        try {
            alarms.reschedule(instance(id), moment);
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException goingOff) {
            at(id, moment);
        }
    }

    void cancel(UUID id) {
        try {
            alarms.cancel(instance(id));
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException goingOff) {
            // It will find that there is nothing left to send.
        }
    }

    private static TaskInstanceId instance(UUID id) {
        return TaskInstanceId.of(TASK.getTaskName(), id.toString());
    }
}
