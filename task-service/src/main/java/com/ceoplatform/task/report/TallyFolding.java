package com.ceoplatform.task.report;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the changes of the tallies into them, so that reports have few changes to read; the figures stay the same. */
@Configuration(proxyBeanMethods = false)
class TallyFolding {

    private static final int SECONDS = 10;

    @Bean
    RecurringTask<Void> foldTallies(JdbcClient jdbc) {
        return Tasks.recurring("fold-tallies", FixedDelay.ofSeconds(SECONDS))
                .execute((instance, context) -> jdbc.sql("SELECT fold_task_tallies()")
                        .query((row, number) -> number)
                        .list());
    }
}
