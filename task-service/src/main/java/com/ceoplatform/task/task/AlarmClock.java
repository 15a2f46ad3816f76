package com.ceoplatform.task.task;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every few seconds, on one instance of the cluster at a time, for tasks whose time has come. */
@Configuration(proxyBeanMethods = false)
class AlarmClock {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmClock.class);
    private static final int AT_ONCE = 200;
    private static final int SECONDS = 5;

    @Bean
    RecurringTask<Void> taskAlarmClock(TaskAlarms alarms) {
        return Tasks.recurring("task-alarms", FixedDelay.ofSeconds(SECONDS))
                .execute((instance, context) -> answerAll(alarms));
    }

    /** One that fails keeps no other waiting; it is tried again the next time. */
    private static void answerAll(TaskAlarms alarms) {
        List<UUID> ringing = alarms.ringing(AT_ONCE);
        for (UUID taskId : ringing) {
            try {
                alarms.answer(taskId);
            } catch (RuntimeException failure) {
                LOG.error("The alarm of task {} failed", taskId, failure);
            }
        }
    }
}
