package com.ceoplatform.deploy.home;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The checkout that the platform is built from. */
public record ProjectRoot(Path path) {

    /** Set by the front-door script. */
    static final String PROPERTY = "platform.root";

    /** The directory named by the front-door script, or else the nearest one above the working directory. */
    public static ProjectRoot find() {
        String named = System.getProperty(PROPERTY);
        return named != null
                ? new ProjectRoot(Path.of(named))
                : above(Path.of("").toAbsolutePath());
    }

    static ProjectRoot above(Path start) {
        for (@Nullable Path directory = start; directory != null; directory = directory.getParent()) {
            if (Files.exists(directory.resolve("platform")) && Files.exists(directory.resolve("pom.xml"))) {
                return new ProjectRoot(directory);
            }
        }
        throw new LaunchFailure("No checkout of the platform at or above " + start + ".");
    }

    public Path defaultData() {
        return path.resolve(".platform");
    }

    public Path kafkaJars() {
        return path.resolve("deploy/kafka/target/lib");
    }
}
