package com.ceoplatform.deploy.platform;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.ProjectRoot;
import com.ceoplatform.deploy.supervision.RunningState;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which platform a command is about. */
public final class DataOption {

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory (default: .platform in the checkout).")
    private @Nullable Path data;

    public DataDirectory directory() {
        return new DataDirectory(data != null ? data : ProjectRoot.find().defaultData());
    }

    /** The platform that runs there; fails with one line when none does. */
    public RunningState running() {
        DataDirectory directory = directory();
        return RunningState.read(directory.state())
                .filter(RunningState::isSupervisorAlive)
                .orElseThrow(() -> new LaunchFailure(
                        "No platform runs on " + directory.root() + "; start it with ./platform up."));
    }
}
