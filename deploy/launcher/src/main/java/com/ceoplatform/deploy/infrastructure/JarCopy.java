package com.ceoplatform.deploy.infrastructure;

import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of built jars that a running process can rely on while the build replaces or deletes the originals. */
record JarCopy(Path source, Path target) {

    /** Returns the target, copied anew when names or sizes differ. */
    Path bringUpToDate() throws IOException {
        if (!Trees.hasEntries(source)) {
            if (Trees.hasEntries(target)) {
                return target;
            }
            throw new LaunchFailure("The jars of Kafka are missing in " + source + "; build deploy/kafka.");
        }
        if (!Files.isDirectory(target) || !listing(source).equals(listing(target))) {
            Path next = target.resolveSibling(target.getFileName() + ".new");
            Trees.delete(next);
            Files.createDirectories(next);
            try (Stream<Path> jars = Files.list(source)) {
                for (Path jar : jars.toList()) {
                    Files.copy(jar, next.resolve(jar.getFileName()));
                }
            }
            Trees.delete(target);
            Files.move(next, target);
        }
        return target;
    }

    private static List<String> listing(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName() + " " + file.toFile().length())
                    .sorted()
                    .toList();
        }
    }
}
