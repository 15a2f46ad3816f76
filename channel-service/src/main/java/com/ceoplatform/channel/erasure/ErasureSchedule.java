package com.ceoplatform.channel.erasure;

import com.ceoplatform.channel.file.StoredFiles;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clears up regularly, on one replica at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErasureSettings.class)
class ErasureSchedule {

    @Bean(initMethod = "start", destroyMethod = "stop")
    Scheduler erasureScheduler(DataSource database, Erasure erasure, ErasureSettings settings) {
        RecurringTask<Void> round = Tasks.recurring("erase-files", FixedDelay.of(settings.interval()))
                .execute((instance, context) -> erasure.round());
        return Scheduler.create(database)
                .startTasks(round)
                .threads(1)
                .pollingInterval(Duration.ofSeconds(10))
                .build();
    }

    @Bean
    MeterBinder filesToErase(StoredFiles files) {
        return registry -> Gauge.builder("files.to.erase", files, StoredFiles::countToErase)
                .description("Deleted files that still have bytes in the store")
                .register(registry);
    }
}
