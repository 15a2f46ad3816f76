package com.ceoplatform.deploy.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends signals, which Java itself cannot choose. */
public final class Signals {

    private Signals() {}

    public static void send(StopSignal signal, long pid) throws InterruptedException {
        try {
            new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "kill", signal.name(), Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot signal process " + pid, e);
        }
    }
}
