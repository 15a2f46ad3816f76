package com.ceoplatform.notification.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** A scheduler that runs while the service runs. */
class RunningScheduler implements SmartLifecycle {

    private final Supplier<Scheduler> factory;
    private volatile @Nullable Scheduler running;

    RunningScheduler(Supplier<Scheduler> factory) {
        this.factory = factory;
    }

    @Override
    public void start() {
        Scheduler scheduler = factory.get();
        scheduler.start();
        running = scheduler;
    }

    @Override
    public void stop() {
        Scheduler scheduler = running;
        if (scheduler != null) {
            scheduler.stop();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
