package com.ceoplatform.deploy;

import com.ceoplatform.deploy.home.Ports;
import com.ceoplatform.deploy.home.Progress;
import com.ceoplatform.deploy.home.ProjectRoot;
import com.ceoplatform.deploy.platform.DataOption;
import com.ceoplatform.deploy.platform.LocalPlatform;
import com.ceoplatform.deploy.platform.PlatformOptions;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything and stays until it is told to stop. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Builds what is stale, starts everything and stays in the foreground; Ctrl-C stops it.")
final class UpCommand implements Callable<Integer> {

    /** Given by {@link DetachedStart} to the process it leaves behind. */
    static final String BACKGROUND = "--in-background";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--detach", description = "Return when the platform is ready and leave it running.")
    private boolean detach;

    @Option(names = BACKGROUND, hidden = true)
    private boolean background;

    @Option(
            names = "--demo",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Load the demo organisation on first start; with --no-demo only the CEO's account exists.")
    private boolean demo;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "" + PlatformOptions.DEFAULT_PORT,
            description = "Port of the gateway; the others follow from it (P to P+13). Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = PlatformOptions.LOOPBACK,
            description = "Address the gateway listens on. Default: ${DEFAULT-VALUE}. Any other than the loopback"
                    + " needs a password of your own in " + PlatformOptions.PASSWORD_VARIABLE + ".")
    private String bind = PlatformOptions.LOOPBACK;

    @Override
    public Integer call() throws InterruptedException {
        PlatformOptions options = new PlatformOptions(
                ProjectRoot.find(),
                data.directory().root(),
                new Ports(port),
                bind,
                true,
                demo,
                true,
                PlatformOptions.passwordFromEnvironment());
        if (detach) {
            return new DetachedStart(
                            data.directory(),
                            options,
                            spec.commandLine().getOut(),
                            spec.commandLine().getErr())
                    .run();
        }
        Progress progress = new Progress(console(), data.directory().log(DetachedStart.LOG), Clock.systemUTC());
        LocalPlatform platform = new LocalPlatform(options, progress, Clock.systemUTC());
        Thread stop = Thread.ofPlatform().name("stop").unstarted(platform::close);
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            platform.start();
        } catch (RuntimeException e) {
            platform.close();
            progress.note(String.valueOf(e.getMessage()));
            throw e;
        }
        Welcome.show(platform.address(), options, progress);
        new CountDownLatch(1).await();
        return 0;
    }

    /** Nobody looks at the console of a platform in the background; its log has every line. */
    private PrintWriter console() {
        return background
                ? new PrintWriter(Writer.nullWriter())
                : spec.commandLine().getOut();
    }
}
