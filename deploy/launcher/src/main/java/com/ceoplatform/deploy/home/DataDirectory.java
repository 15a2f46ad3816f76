package com.ceoplatform.deploy.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Everything a local platform keeps between two starts, under one directory that one supervisor holds at a time. */
public record DataDirectory(Path root) {

    private static final String LAUNCHER = "launcher";
    private static final String MARKER = "ceo-platform";

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path state() {
        return run().resolve("state.json");
    }

    public Path secrets() {
        return root.resolve("secrets.properties");
    }

    public Path signingKeys() {
        return root.resolve("keys");
    }

    /** What people upload. */
    public Path files() {
        return root.resolve("files");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path redis() {
        return root.resolve("redis");
    }

    /** Programs unpacked from Maven artifacts; may be deleted while nothing runs. */
    public Path programs() {
        return root.resolve("programs");
    }

    public Path application(String service) {
        return root.resolve("app").resolve(service);
    }

    public Path demoMarker() {
        return root.resolve("demo-organisation-loaded");
    }

    /** Creates the directory; refuses one that holds somebody else's files. */
    public void create() {
        try {
            if (Files.exists(root) && !Files.isDirectory(root)) {
                throw new LaunchFailure("The data directory " + root + " is a file.");
            }
            if (!exists() && Files.isDirectory(root) && !isUnused(root)) {
                throw new LaunchFailure(
                        "The data directory " + root + " holds files that are not the platform's; choose another.");
            }
            OwnerOnly.createDirectories(root);
            OwnerOnly.createDirectories(logs());
            OwnerOnly.createDirectories(run());
            Files.writeString(root.resolve(MARKER), "Data of a local CEO Communication Platform.\n");
        } catch (IOException e) {
            throw new LaunchFailure("Cannot write the data directory " + root + ": " + e.getMessage(), e);
        }
    }

    /** Whether a platform was started here before. */
    public boolean exists() {
        return Files.exists(root.resolve(MARKER));
    }

    /** Takes the directory for this process until the lock is closed or the process ends; null when it is taken. */
    public @Nullable FileLock tryLock() {
        try {
            FileChannel channel =
                    FileChannel.open(run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lockOrNull(channel);
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (IOException e) {
            throw new LaunchFailure("Cannot lock the data directory " + root + ": " + e.getMessage(), e);
        }
    }

    /** Whether the front-door script keeps the launcher itself in that entry of a data directory. */
    public static boolean isLauncher(Path entry) {
        return entry.getFileName().toString().startsWith(LAUNCHER);
    }

    private static @Nullable FileLock lockOrNull(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static boolean isUnused(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.allMatch(DataDirectory::isLauncher);
        }
    }
}
