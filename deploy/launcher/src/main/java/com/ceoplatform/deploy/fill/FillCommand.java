package com.ceoplatform.deploy.fill;

import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Ports;
import com.ceoplatform.deploy.home.Secrets;
import com.ceoplatform.deploy.infrastructure.LocalPostgres;
import com.ceoplatform.deploy.platform.DataOption;
import com.ceoplatform.deploy.service.ServiceEnvironment;
import com.ceoplatform.deploy.supervision.RunningState;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a large organisation. */
@Command(
        name = "fill",
        mixinStandardHelpOptions = true,
        description = {
            "Fills a running platform with a large organisation, to measure it: people, channels, tasks and messages,"
                    + " written straight into the database without events.",
            "Everybody has the CEO's password. Only for platforms that can be thrown away."
        })
public final class FillCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--people", paramLabel = "N", defaultValue = "5000", description = "Default: ${DEFAULT-VALUE}.")
    private int people;

    @Option(names = "--channels", paramLabel = "N", defaultValue = "1000", description = "Default: ${DEFAULT-VALUE}.")
    private int channels;

    @Option(names = "--tasks", paramLabel = "N", defaultValue = "1000000", description = "Default: ${DEFAULT-VALUE}.")
    private long tasks;

    @Option(
            names = "--messages",
            paramLabel = "N",
            defaultValue = "5000000",
            description = "Default: ${DEFAULT-VALUE}.")
    private long messages;

    @Override
    public Integer call() throws InterruptedException {
        FillSize size = new FillSize(people, channels, tasks, messages);
        RunningState running = data.running();
        PrintWriter console = spec.commandLine().getOut();
        LocalPostgres postgres = postgres(running);
        try (Connection connection = postgres.connectForLong(ServiceEnvironment.DATABASE);
                Connection first = postgres.connectForLong(ServiceEnvironment.DATABASE);
                Connection second = postgres.connectForLong(ServiceEnvironment.DATABASE)) {
            new Fill(connection, List.of(first, second), size, console).run();
        } catch (SQLException e) {
            throw new LaunchFailure("The database cannot be filled: " + e.getMessage(), e);
        }
        console.println("Done. Start the platform again, so that every service knows the new people: "
                + "./platform down && ./platform up");
        return 0;
    }

    private LocalPostgres postgres(RunningState running) {
        Secrets secrets = Secrets.open(data.directory().secrets(), List.of());
        return new LocalPostgres(data.directory(), new Ports(running.basePort()).postgres(), secrets.postgres());
    }
}
