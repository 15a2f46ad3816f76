package com.ceoplatform.deploy;

import com.ceoplatform.deploy.bench.BenchCommand;
import com.ceoplatform.deploy.client.ApiException;
import com.ceoplatform.deploy.fill.FillCommand;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.privacy.ExportCommand;
import com.ceoplatform.deploy.privacy.ForgetCommand;
import com.ceoplatform.deploy.privacy.RetainCommand;
import com.ceoplatform.deploy.say.SayCommand;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The front door of the platform. */
@Command(
        name = "platform",
        description = "Runs the CEO Communication Platform on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = PlatformCommand.Version.class,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            SayCommand.class,
            TestCommand.class,
            BenchCommand.class,
            FillCommand.class,
            ExportCommand.class,
            ForgetCommand.class,
            RetainCommand.class
        },
        footer = {"", "'./platform COMMAND --help' shows the options of a command."})
public final class PlatformCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new PlatformCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, result) -> explain(failure, line));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    /** What was foreseen is one line; anything else is a defect and shows where it happened. */
    private static int explain(Exception failure, CommandLine line) throws Exception {
        if (failure instanceof LaunchFailure
                || failure instanceof ApiException
                || failure instanceof UncheckedIOException) {
            line.getErr().println(failure.getMessage());
            line.getErr().flush();
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = PlatformCommand.class.getPackage().getImplementationVersion();
            return new String[] {"CEO Communication Platform " + (version == null ? "(not packaged)" : version)};
        }
    }
}
