package com.ceoplatform.realtime.socket;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.realtime.connection.CloseCode;
import com.ceoplatform.realtime.connection.Connections;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Sends every client away before the web server stops, so that they come back to another replica at once. */
@Component
class Shutdown implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration AT_MOST = Duration.ofSeconds(3);

    private final Connections connections;
    private volatile boolean running;
    private volatile boolean begun;

    Shutdown(Connections connections) {
        this.connections = requireNonNull(connections, "connections is null");
    }

    @Override
    public void start() {
        begun = false;
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable callback) {
        begun = true;
        running = false;
        connections.close(connection -> true, CloseCode.GOING_AWAY);
        Flux.interval(Duration.ZERO, LOOK)
                .takeUntil(tick -> connections.all().isEmpty())
                .take(AT_MOST)
                .doFinally(end -> callback.run())
                .subscribe();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    boolean hasBegun() {
        return begun;
    }
}
