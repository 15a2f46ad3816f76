package com.ceoplatform.voice.intake;

import com.ceoplatform.voice.command.CommandHistory;
import com.ceoplatform.voice.execution.CommandExecutor;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Waits for a command to settle, wherever it is executed. */
@Component
class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final CommandHistory history;
    private final CommandExecutor executor;

    Watch(CommandHistory history, CommandExecutor executor) {
        this.history = history;
        this.executor = executor;
    }

    /** @param atMost from {@code since} on, on the clock of {@link System#nanoTime()} */
    void await(UUID id, long since, Duration atMost) {
        while (true) {
            Duration left = atMost.minusNanos(System.nanoTime() - since);
            if (history.isSettled(id) || !left.isPositive() || !awaitHere(id, left)) {
                return;
            }
        }
    }

    /** Waits for this process's part in it, or a moment when it has none; false when interrupted. */
    private boolean awaitHere(UUID id, Duration left) {
        Optional<CompletableFuture<Void>> running = executor.running(id);
        Duration most = running.isPresent() || left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN;
        try {
            running.orElseGet(CompletableFuture::new).get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException notYet) {
            return true;
        } catch (ExecutionException failed) {
            LOG.debug("Command {} was interrupted", id, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }
}
