package com.ceoplatform.deploy.build;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.Progress;
import java.nio.file.Path;
import java.util.List;

/** Makes sure that jars come from the sources as they are, without calling Maven when they do already. */
public final class UpToDateJars {

    private UpToDateJars() {}

    public static void ensure(
            Path root, ModuleGraph graph, List<String> artifactIds, DataDirectory data, Progress progress)
            throws InterruptedException {
        StaleModules staleness = new StaleModules(root, graph);
        List<Module> stale =
                staleness.among(artifactIds.stream().map(graph::module).toList());
        if (!stale.isEmpty()) {
            new MavenBuild(root, data, progress).packageModules(stale);
            stale.forEach(staleness::markBuilt);
        }
    }
}
