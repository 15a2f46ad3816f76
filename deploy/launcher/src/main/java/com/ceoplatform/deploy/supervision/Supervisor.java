package com.ceoplatform.deploy.supervision;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.Progress;
import com.ceoplatform.deploy.supervision.RunningState.Phase;
import com.ceoplatform.deploy.supervision.RunningState.RunningProcess;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the processes of one platform running, bounds their logs and writes down what runs. */
public final class Supervisor {

    private static final Duration LOG_CHECK = Duration.ofSeconds(10);

    private final DataDirectory data;
    private final Progress progress;
    private final Clock clock;
    private final String address;
    private final int basePort;
    private final List<SupervisedProcess> processes = new CopyOnWriteArrayList<>();
    private final Thread logKeeper;
    private volatile Phase phase = Phase.STARTING;

    public Supervisor(DataDirectory data, Progress progress, Clock clock, String address, int basePort) {
        this.data = data;
        this.progress = progress;
        this.clock = clock;
        this.address = address;
        this.basePort = basePort;
        this.logKeeper = Thread.ofVirtual().name("log-keeper").start(this::keepLogsBounded);
        writeState();
    }

    /** Starts the process and keeps it running. */
    public SupervisedProcess run(ProcessSpec spec) {
        if (phase == Phase.STOPPING) {
            throw new IllegalStateException("the platform is stopping");
        }
        SupervisedProcess process =
                new SupervisedProcess(spec, data.log(spec.name()), data.run(), progress, clock, this::writeState);
        processes.add(process);
        process.start();
        return process;
    }

    public Optional<SupervisedProcess> find(String name) {
        return processes.stream()
                .filter(process -> process.spec().name().equals(name))
                .findFirst();
    }

    public List<SupervisedProcess> processes() {
        return List.copyOf(processes);
    }

    public void enter(Phase next) {
        phase = next;
        writeState();
    }

    /** Stops all these processes at the same time and returns when they are gone. */
    public void stop(List<SupervisedProcess> together) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (SupervisedProcess process : together) {
            threads.add(Thread.ofVirtual().start(() -> stopQuietly(process)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        processes.removeAll(together);
        writeState();
    }

    public void close() {
        logKeeper.interrupt();
    }

    private static void stopQuietly(SupervisedProcess process) {
        try {
            process.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void writeState() {
        long self = ProcessHandle.current().pid();
        List<RunningProcess> running = processes.stream()
                .map(process -> new RunningProcess(
                        process.spec().name(),
                        process.pid(),
                        process.spec().port(),
                        RunningState.startOf(process.pid())))
                .toList();
        new RunningState(self, RunningState.startOf(self), phase, address, basePort, running).write(data.state());
    }

    private void keepLogsBounded() {
        try {
            while (true) {
                Thread.sleep(LOG_CHECK);
                processes.forEach(SupervisedProcess::boundLog);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
