package com.ceoplatform.voice.history;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has what is old forgotten: every hour, by one process of the cluster, also when the one that did it last is gone. */
@Component
class Retention implements SmartLifecycle {

    static final String TASK = "forget-old-commands";

    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final DataSource database;
    private final Forgetting forgetting;
    private Scheduler scheduler;
    private volatile boolean running;

    Retention(DataSource database, Forgetting forgetting) {
        this.database = database;
        this.forgetting = forgetting;
        this.scheduler = scheduler();
    }

    private Scheduler scheduler() {
        return Scheduler.create(database)
                .startTasks(Tasks.recurring(TASK, Schedules.fixedDelay(EVERY))
                        .execute((task, context) -> forgetting.forgetOld()))
                .threads(1)
                .pollingInterval(LOOK)
                .build();
    }

    @Override
    public void start() {
        scheduler = scheduler();
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
