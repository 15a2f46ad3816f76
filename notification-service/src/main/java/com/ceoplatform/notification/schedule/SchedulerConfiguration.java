package com.ceoplatform.notification.schedule;

import com.ceoplatform.common.id.Ids;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** db-scheduler on the service's own tables: every execution happens in one replica, and in another one when that dies. */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration SHUTDOWN = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final int THREADS = 4;

    /** What is scheduled within a transaction is scheduled when that commits, or not at all. */
    @Bean
    SchedulerClient schedulerClient(DataSource dataSource) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .build();
    }

    @Bean
    SmartLifecycle scheduler(DataSource dataSource, List<Task<?>> tasks) {
        return new RunningScheduler(() -> Scheduler.create(dataSource, others(tasks))
                .startTasks(recurring(tasks))
                .schedulerName(new SchedulerName.Fixed(Ids.next().toString()))
                .threads(THREADS)
                .pollingInterval(POLL)
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN)
                .build());
    }

    private static List<Task<?>> others(List<Task<?>> tasks) {
        return tasks.stream()
                .filter(task -> !(task instanceof RecurringTask<?>))
                .toList();
    }

    private static List<RecurringTask<?>> recurring(List<Task<?>> tasks) {
        return tasks.stream()
                .<RecurringTask<?>>mapMulti((task, found) -> {
                    if (task instanceof RecurringTask<?> recurring) {
                        found.accept(recurring);
                    }
                })
                .toList();
    }
}
