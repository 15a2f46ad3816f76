package com.ceoplatform.deploy.home;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The machine the platform runs on. */
public final class Host {

    private Host() {}

    /** Fails with one line when the machine lacks something nothing here can do without. */
    public static void requireSuitable() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!List.of("linux amd64", "linux x86_64").contains(system.toLowerCase(Locale.ROOT))) {
            throw new LaunchFailure("The local platform runs on Linux x86-64; this machine is " + system + ".");
        }
        for (String program : List.of("sh", "setsid")) {
            if (!has(program)) {
                throw new LaunchFailure("The program '" + program + "' is missing on the PATH; install util-linux.");
            }
        }
    }

    /** Whether the program is on the PATH. */
    public static boolean has(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    public static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The java program that this process runs on. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
