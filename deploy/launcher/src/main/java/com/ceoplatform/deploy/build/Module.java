package com.ceoplatform.deploy.build;

import java.nio.file.Path;
import java.util.List;

/** A Maven module of the checkout with the modules it needs at run time. */
public record Module(String artifactId, Path directory, String version, List<String> dependsOn) {

    public Module {
        dependsOn = List.copyOf(dependsOn);
    }

    public Path jar() {
        return directory.resolve("target").resolve(artifactId + "-" + version + ".jar");
    }

    Path stamp() {
        return directory.resolve("target").resolve("platform-build.stamp");
    }
}
