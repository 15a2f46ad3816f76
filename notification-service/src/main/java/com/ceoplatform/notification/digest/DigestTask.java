package com.ceoplatform.notification.digest;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DigestTask {

    private static final Duration HOW_OFTEN = Duration.ofSeconds(2);

    @Bean
    RecurringTask<Void> digestCollection(DigestCollector collector) {
        return Tasks.recurring("digest", FixedDelay.of(HOW_OFTEN)).execute((instance, context) -> collector.collect());
    }
}
