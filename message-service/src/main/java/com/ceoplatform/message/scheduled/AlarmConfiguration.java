package com.ceoplatform.message.scheduled;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** db-scheduler on this service's tables: an alarm goes off in one replica, and in another one when that dies over it. */
@Configuration(proxyBeanMethods = false)
class AlarmConfiguration {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final double RETRY_GROWTH = 1.5;
    private static final int THREADS = 2;

    /** Alarms are set by the transaction that needs them. */
    @Bean
    SchedulerClient alarms(DataSource database) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .build();
    }

    @Bean
    RunningAlarms runningAlarms(DataSource database, Sending sending) {
        return new RunningAlarms(() -> Scheduler.create(database, task(sending))
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .pollUsingLockAndFetch(0.5, 1.0)
                .build());
    }

    private static Task<Void> task(Sending sending) {
        return Tasks.custom(Dispatch.TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(RETRY, RETRY_GROWTH))
                .onDeadExecutionRevive()
                .execute((instance, context) -> sending.send(UUID.fromString(instance.getId()))
                        .<CompletionHandler<Void>>map(later -> new CompletionHandler.OnCompleteReschedule<>(at(later)))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    private static Schedule at(Instant moment) {
        return new Once(moment);
    }

    /** The one moment to which a message has been put off. */
    private record Once(Instant moment) implements Schedule {

        @Override
        public Instant getNextExecutionTime(com.github.kagkarlsson.scheduler.task.ExecutionComplete complete) {
            return moment;
        }

        @Override
        public boolean isDeterministic() {
            return true;
        }
    }
}
