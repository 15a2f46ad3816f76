package com.ceoplatform.deploy;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.Host;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.LogFollower;
import com.ceoplatform.deploy.platform.PlatformOptions;
import com.ceoplatform.deploy.supervision.RunningState;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts the platform in a process of its own session and shows its progress until it is ready. */
final class DetachedStart {

    /** The log of the platform as a whole. */
    static final String LOG = "platform";

    private static final Duration POLL = Duration.ofMillis(150);
    private static final int TIME_STAMP_ENDS = 25;

    private final DataDirectory data;
    private final PlatformOptions options;
    private final PrintWriter out;
    private final PrintWriter err;

    DetachedStart(DataDirectory data, PlatformOptions options, PrintWriter out, PrintWriter err) {
        this.data = data;
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /** Returns 0 when the platform is ready, 1 when it gave up; the reason was shown then. */
    int run() throws InterruptedException {
        Path output = data.log("launcher");
        try {
            data.create();
            LogFollower log = LogFollower.fromEnd(data.log(LOG));
            Process background = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile())
                    .start();
            return follow(background, log);
        } catch (IOException e) {
            throw new LaunchFailure("Cannot start in the background: " + e.getMessage(), e);
        }
    }

    private int follow(Process background, LogFollower log) throws InterruptedException {
        while (background.isAlive() && !isReady(background.pid())) {
            show(log, out);
            Thread.sleep(POLL);
        }
        if (background.isAlive()) {
            // The last lines are written just after the state.
            Thread.sleep(POLL.multipliedBy(2));
        }
        boolean ready = background.isAlive();
        show(log, ready ? out : err);
        return ready ? 0 : 1;
    }

    private boolean isReady(long pid) {
        Optional<RunningState> state = RunningState.read(data.state());
        return state.isPresent()
                && state.get().supervisorPid() == pid
                && state.get().phase() == RunningState.Phase.READY;
    }

    private static void show(LogFollower log, PrintWriter out) {
        for (String line : log.newLines()) {
            out.println(line.length() > TIME_STAMP_ENDS ? line.substring(TIME_STAMP_ENDS) : "");
        }
        out.flush();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of("setsid", Host.java().toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                PlatformCommand.class.getName(),
                "up",
                UpCommand.BACKGROUND,
                "--data",
                data.root().toString(),
                "--port",
                Integer.toString(options.ports().base()),
                "--bind",
                options.bindAddress(),
                options.demo() ? "--demo" : "--no-demo"));
        return command;
    }
}
