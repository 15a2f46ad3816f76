package com.ceoplatform.deploy.infrastructure;

import static org.awaitility.Awaitility.await;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.supervision.GuardedProcess;
import com.ceoplatform.deploy.supervision.ProcessSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** One run of a server under test; ends with its test. */
record Running(GuardedProcess process) implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    static Running start(ProcessSpec spec, DataDirectory data, BooleanSupplier ready) {
        Running running = new Running(GuardedProcess.start(spec, data.log(spec.name()), data.run()));
        await().atMost(READY_WITHIN).until(ready::getAsBoolean);
        return running;
    }

    /** As kill -9 does, and waits for the end. */
    void kill() throws InterruptedException {
        process.kill();
        process.awaitExit();
    }

    @Override
    public void close() {
        try {
            process.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
