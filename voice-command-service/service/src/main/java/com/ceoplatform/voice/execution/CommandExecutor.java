package com.ceoplatform.voice.execution;

import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.voice.call.CallFailure;
import com.ceoplatform.voice.call.ServiceCalls;
import com.ceoplatform.voice.command.LeaseLostException;
import com.ceoplatform.voice.command.Leases;
import com.ceoplatform.voice.command.Running;
import com.ceoplatform.voice.config.VoiceSettings;
import com.ceoplatform.voice.credential.TokenVault;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Executes commands that this process has the lease of, each on virtual threads, and takes over those that lost theirs. Only so
 * many run at a time; the others wait in order and keep their leases.
 */
@Component
public class CommandExecutor implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CommandExecutor.class);
    private static final int STOP_SECONDS = 5;

    private final PlanRun.Tools tools;
    private final Leases leases;
    private final TokenVault vault;
    private final VoiceSettings settings;
    private final Map<UUID, CompletableFuture<Void>> running = new ConcurrentHashMap<>();
    private final Semaphore turns;
    private volatile ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean started;

    CommandExecutor(PlanRun.Tools tools, Leases leases, TokenVault vault, VoiceSettings settings) {
        this.tools = tools;
        this.leases = leases;
        this.vault = vault;
        this.settings = settings;
        this.turns = new Semaphore(settings.execution().parallel(), true);
    }

    /** Begins to execute a command whose lease was granted to this process. */
    public void execute(UUID id) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        long since = System.nanoTime();
        if (running.putIfAbsent(id, done) == null) {
            try {
                threads.execute(() -> run(id, since, done));
            } catch (RejectedExecutionException stopping) {
                LOG.info("Command {} goes on elsewhere or later", id);
                running.remove(id);
            }
        }
    }

    /** The work on a command in this process, when there is any. */
    public Optional<CompletableFuture<Void>> running(UUID id) {
        return Optional.ofNullable(running.get(id));
    }

    /** How many commands wait for their turn. */
    public int waiting() {
        return turns.getQueueLength();
    }

    private void run(UUID id, long since, CompletableFuture<Void> done) {
        try {
            turns.acquire();
            try {
                carryOut(id, since);
            } finally {
                turns.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreadable) {
            LOG.error("Command {} could not be read; it will be taken up again", id, unreadable);
        } finally {
            running.remove(id);
            done.complete(null);
        }
    }

    private void carryOut(UUID id, long since) {
        if (!started) {
            LOG.info("Command {} goes on elsewhere or later", id);
            return;
        }
        Running command = tools.journal().read(id);
        EventContext context = new EventContext(command.userId(), id, null, command.traceparent());
        Executor inContext = work -> threads.execute(() -> within(context, work));
        String token = vault.open(command.credential()).orElse("none");
        within(context, () -> guarded(id, new PlanRun(tools, settings.execution(), inContext, command, token, since)));
    }

    private void guarded(UUID id, PlanRun run) {
        try {
            run.run();
        } catch (RuntimeException failure) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            switch (cause) {
                case CallFailure refused -> {
                    LOG.info("Command {} waits for a new token of its speaker: {}", id, refused.getMessage());
                    tools.journal().suspend(id);
                }
                case LeaseLostException lost -> LOG.warn("{}", lost.getMessage());
                case ServiceCalls.StoppedException _ -> LOG.info("Command {} goes on elsewhere or later", id);
                default -> LOG.error("Command {} was interrupted; it will be taken up again", id, cause);
            }
        }
    }

    private static void within(EventContext context, Runnable work) {
        try (var ignoredUser = MDC.putCloseable("userId", String.valueOf(context.actorId()));
                var ignoredCommand = MDC.putCloseable("commandId", String.valueOf(context.correlationId()))) {
            context.run(work);
        }
    }

    /** Keeps the leases of what runs here. */
    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void renew() {
        if (!running.isEmpty()) {
            leases.renew(running.keySet());
        }
    }

    /** Takes over what nobody executes any more, after a crash of this process or of another one. */
    @Scheduled(initialDelay = 0, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void recover() {
        if (!started) {
            return;
        }
        for (UUID id : leases.abandoned()) {
            if (!running.containsKey(id) && leases.takeOver(id)) {
                LOG.info("Command {} is taken over", id);
                execute(id);
            }
        }
    }

    /** Ends what waited too long: for a confirmation, or for its speaker's next token. */
    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void expire() {
        leases.expireConfirmations();
        leases.giveUpSuspended();
    }

    @Override
    public void start() {
        if (threads.isShutdown()) {
            threads = Executors.newVirtualThreadPerTaskExecutor();
        }
        started = true;
    }

    /** Lets what runs end, but not for long; what does not is taken up by whoever comes next. */
    @Override
    public void stop() {
        started = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                threads.awaitTermination(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            threads.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
