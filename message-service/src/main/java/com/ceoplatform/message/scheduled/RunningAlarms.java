package com.ceoplatform.message.scheduled;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Runs the scheduler while the service runs; messages whose time comes meanwhile are sent afterwards. */
class RunningAlarms implements SmartLifecycle {

    private final Supplier<Scheduler> maker;

    @Nullable
    private volatile Scheduler running;

    RunningAlarms(Supplier<Scheduler> maker) {
        this.maker = requireNonNull(maker, "maker is null");
    }

    @Override
    public void start() {
        Scheduler scheduler = maker.get();
        scheduler.start();
        running = scheduler;
    }

    @Override
    public void stop() {
        Scheduler scheduler = running;
        running = null;
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
