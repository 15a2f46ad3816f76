package com.ceoplatform.notification.escalation;

import com.ceoplatform.notification.schedule.Retries;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EscalationTask {

    static final TaskDescriptor<Void> NAME = TaskDescriptor.of("escalation");

    @Bean
    OneTimeTask<Void> escalations(Escalation escalation) {
        return Tasks.oneTime(NAME)
                .onFailure(Retries.soon())
                .execute((instance, context) -> escalation.escalate(EscalationStep.of(instance.getId())));
    }
}
