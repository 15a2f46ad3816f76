package com.ceoplatform.deploy;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Trees;
import com.ceoplatform.deploy.platform.DataOption;
import com.ceoplatform.deploy.supervision.RunningState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Throws all data away. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Stops the platform and deletes all its data, logs and passwords.")
final class ResetCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException {
        DataDirectory directory = data.directory();
        if (!directory.exists()) {
            spec.commandLine().getOut().println("There is no platform data in " + directory.root() + ".");
            return 0;
        }
        Optional<RunningState> running = RunningState.read(directory.state()).filter(RunningState::isSupervisorAlive);
        if (running.isPresent()) {
            DownCommand.stop(running.get(), directory);
        }
        delete(directory);
        spec.commandLine().getOut().println("Deleted the data in " + directory.root() + ".");
        return 0;
    }

    private static void delete(DataDirectory directory) {
        if (directory.tryLock() == null) {
            throw new LaunchFailure("A platform is starting on " + directory.root() + "; stop it first.");
        }
        try (Stream<Path> entries = Files.list(directory.root())) {
            List<Path> all =
                    entries.filter(entry -> !DataDirectory.isLauncher(entry)).toList();
            for (Path entry : all) {
                Trees.delete(entry);
            }
        } catch (IOException e) {
            throw new LaunchFailure("Cannot delete " + directory.root() + ": " + e.getMessage(), e);
        }
    }
}
