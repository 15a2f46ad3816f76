package com.ceoplatform.notification.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ForgettingTask {

    private static final Logger LOG = LoggerFactory.getLogger(ForgettingTask.class);
    private static final Duration HOW_OFTEN = Duration.ofHours(6);

    @Bean
    RecurringTask<Void> oldDispatches(DispatchQueue queue, DeliverySettings settings, Clock clock) {
        return Tasks.recurring("forget-deliveries", FixedDelay.of(HOW_OFTEN)).execute((instance, context) -> {
            int forgotten = queue.forget(clock.instant().minus(settings.kept()));
            LOG.info("Forgot {} deliveries that are long done", forgotten);
        });
    }
}
