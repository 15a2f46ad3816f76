package com.ceoplatform.deploy.privacy;

import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.platform.DataOption;
import com.ceoplatform.deploy.service.PlatformService;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deletes what is old. */
@Command(
        name = "retain",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps what is younger than a number of days and deletes what is older: messages, notifications, spoken"
                    + " commands, tasks that are completed, cancelled or deleted, and files that are deleted.",
            "There is no way back."
        })
public final class RetainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--days", required = true, paramLabel = "N", description = "How many days to keep, at least 1.")
    private int days;

    @Option(names = "--yes", description = "That this is meant.")
    private boolean meant;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws InterruptedException {
        if (!meant) {
            throw new LaunchFailure("There is no way back; add --yes when it is meant.");
        }
        if (days < 1) {
            throw new LaunchFailure("--days must be 1 or more.");
        }
        Instant before = clock.instant().minus(Duration.ofDays(days));
        PlatformOperator operator = PlatformOperator.at(data);
        for (PlatformService service : PersonalDataClient.KEEPERS) {
            try {
                spec.commandLine()
                        .getOut()
                        .printf(
                                "  %-22s %s%n",
                                service.label(), operator.services().expire(service, before));
            } catch (IOException e) {
                throw new LaunchFailure(
                        service.label() + " cannot be reached; run the command again: " + e.getMessage(), e);
            }
        }
        return 0;
    }
}
