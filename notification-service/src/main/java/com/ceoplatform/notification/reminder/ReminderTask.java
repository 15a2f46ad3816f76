package com.ceoplatform.notification.reminder;

import com.ceoplatform.notification.schedule.Retries;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReminderTask {

    static final TaskDescriptor<Void> NAME = TaskDescriptor.of("reminder");

    @Bean
    OneTimeTask<Void> dueReminders(ReminderFiring firing) {
        return Tasks.oneTime(NAME)
                .onFailure(Retries.soon())
                .execute((instance, context) -> firing.fire(UUID.fromString(instance.getId())));
    }
}
