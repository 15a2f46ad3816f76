package com.ceoplatform.deploy.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory a process and the processes it started occupy. */
public final class ResidentMemory {

    private static final long KILOBYTES_PER_MEGABYTE = 1024;

    private ResidentMemory() {}

    /** Proportional share where the kernel tells it, so that what processes share is counted once; 0 when it is gone. */
    public static long megabytes(long pid) {
        long kilobytes = ofProcess(pid);
        List<ProcessHandle> children = ProcessHandle.of(pid)
                .map(process -> process.descendants().toList())
                .orElse(List.of());
        for (ProcessHandle child : children) {
            kilobytes += ofProcess(child.pid());
        }
        return kilobytes / KILOBYTES_PER_MEGABYTE;
    }

    /** The same without the processes that it started. */
    public static long megabytesAlone(long pid) {
        return ofProcess(pid) / KILOBYTES_PER_MEGABYTE;
    }

    private static long ofProcess(long pid) {
        long proportional = field(Path.of("/proc", Long.toString(pid), "smaps_rollup"), "Pss:");
        return proportional > 0 ? proportional : field(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:");
    }

    private static long field(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .findFirst()
                    .map(Long::parseLong)
                    .orElse(0L);
        } catch (IOException e) {
            return 0;
        }
    }
}
