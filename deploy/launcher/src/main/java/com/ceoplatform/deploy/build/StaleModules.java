package com.ceoplatform.deploy.build;

import com.ceoplatform.deploy.home.FileState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which of the modules lack a jar made from the sources as they are now. */
public final class StaleModules {

    private final SourceFingerprint fingerprint;

    public StaleModules(Path root, ModuleGraph graph) {
        this.fingerprint = new SourceFingerprint(root, graph);
    }

    public List<Module> among(List<Module> modules) {
        return modules.stream().filter(this::isStale).toList();
    }

    /** Notes that the jar, as it lies there, was made from the sources as they are. */
    public void markBuilt(Module module) {
        try {
            Files.writeString(module.stamp(), stampOf(module));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + module.stamp(), e);
        }
    }

    private boolean isStale(Module module) {
        try {
            return !Files.exists(module.jar())
                    || !Files.exists(module.stamp())
                    || !Files.readString(module.stamp()).equals(stampOf(module));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + module.stamp(), e);
        }
    }

    /** The jar counts too: somebody may have built another one by hand since. */
    private String stampOf(Module module) throws IOException {
        return fingerprint.of(module) + " " + FileState.of(module.jar()) + "\n";
    }
}
