package com.ceoplatform.deploy;

import com.ceoplatform.deploy.build.MavenBuild;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.ProjectRoot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs every check and test there is. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs all checks and tests, as the continuous integration does (mvn verify).")
final class TestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ARGUMENT", description = "Further arguments for Maven, after --.")
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        ProjectRoot root = ProjectRoot.find();
        List<String> command = new ArrayList<>(List.of(MavenBuild.program(root.path()), "-B", "verify"));
        command.addAll(arguments);
        try {
            ProcessBuilder maven =
                    new ProcessBuilder(command).directory(root.path().toFile()).inheritIO();
            maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
            return maven.start().waitFor();
        } catch (IOException e) {
            throw new LaunchFailure("Cannot run Maven: " + e.getMessage(), e);
        }
    }
}
