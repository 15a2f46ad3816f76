package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.home.ResidentMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * CPU time and memory of processes as the kernel counts them, those that they started included, such as the backends of
 * PostgreSQL.
 */
final class ProcessUsage {

    /** Of this process; it is no part of the server. */
    static final String CLIENT = "bench client";
    /** It started all the others, which stand for themselves. */
    static final String SUPERVISOR = "supervisor";

    private static final double NANOS_PER_TICK = 10_000_000;
    /** Counted from behind the name of the program, which may hold spaces: user, system, and both of ended children. */
    private static final int FIRST_TIME = 11;

    private static final int OWN_TIMES = 2;
    private static final int ALL_TIMES = 4;

    private final Supplier<Map<String, Long>> pids;
    private final Ticker ticker;

    /** Processes by name; they may be others each time. */
    ProcessUsage(Supplier<Map<String, Long>> pids, Ticker ticker) {
        this.pids = pids;
        this.ticker = ticker;
    }

    /** One process and its CPU time so far. */
    private record Reading(long pid, long ticks) {}

    record Snapshot(long nanos, Map<String, Reading> readings) {

        /** A process that was started since began at zero. */
        private long ticksOf(String name, long pid) {
            Reading reading = readings.get(name);
            return reading == null || reading.pid() != pid ? 0 : reading.ticks();
        }
    }

    Snapshot snapshot() {
        Map<String, Reading> readings = new LinkedHashMap<>();
        pids.get().forEach((name, pid) -> readings.put(name, new Reading(pid, ticks(name, pid))));
        long client = ProcessHandle.current().pid();
        readings.put(CLIENT, new Reading(client, ticks(CLIENT, client)));
        return new Snapshot(ticker.nanos(), readings);
    }

    Usage since(Snapshot before) {
        Snapshot now = snapshot();
        double elapsedTicks = Math.max(1, (now.nanos() - before.nanos()) / NANOS_PER_TICK);
        Map<String, Usage.OfProcess> processes = new LinkedHashMap<>();
        now.readings().forEach((name, reading) -> {
            long ticks = reading.ticks() - before.ticksOf(name, reading.pid());
            processes.put(name, new Usage.OfProcess(ticks / elapsedTicks, megabytes(name, reading.pid())));
        });
        return Usage.of(processes);
    }

    private static boolean standsAlone(String name) {
        return name.equals(CLIENT) || name.equals(SUPERVISOR);
    }

    private static long megabytes(String name, long pid) {
        return standsAlone(name) ? ResidentMemory.megabytesAlone(pid) : ResidentMemory.megabytes(pid);
    }

    private static long ticks(String name, long pid) {
        if (standsAlone(name)) {
            return ticksOfOne(pid, OWN_TIMES);
        }
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(process -> ticksOfOne(process.pid(), ALL_TIMES))
                .sum();
    }

    private static long ticksOfOne(long pid, int times) {
        try {
            return ticks(Files.readString(Path.of("/proc", Long.toString(pid), "stat")), times);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Adds up the first times of a line of /proc/PID/stat. */
    static long ticks(String stat, int times) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int at = FIRST_TIME; at < FIRST_TIME + times; at++) {
            ticks += Long.parseLong(fields[at]);
        }
        return ticks;
    }
}
