package com.ceoplatform.deploy;

import com.ceoplatform.deploy.home.Ports;
import com.ceoplatform.deploy.home.ResidentMemory;
import com.ceoplatform.deploy.platform.DataOption;
import com.ceoplatform.deploy.service.PlatformService;
import com.ceoplatform.deploy.service.Readiness;
import com.ceoplatform.deploy.supervision.RunningState;
import com.ceoplatform.deploy.supervision.RunningState.RunningProcess;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what runs. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows every process with its pid, port, health and memory.")
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-24s %8s %6s  %-9s %9s%n";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        RunningState running = data.running();
        Readiness readiness = new Readiness();
        spec.commandLine()
                .getOut()
                .printf(
                        "%s  %s (supervisor: pid %d)%n%n",
                        running.address(), running.phase().name().toLowerCase(Locale.ROOT), running.supervisorPid());
        spec.commandLine().getOut().printf(ROW, "PROCESS", "PID", "PORT", "HEALTH", "MEMORY");
        long total = 0;
        boolean healthy = true;
        for (RunningProcess process : running.processes()) {
            long memory = ResidentMemory.megabytes(process.pid());
            String health = health(process, running, readiness);
            healthy &= health.equals("ready") || health.equals("running");
            total += memory;
            spec.commandLine()
                    .getOut()
                    .printf(ROW, process.name(), process.pid(), process.port(), health, memory + " MB");
        }
        spec.commandLine().getOut().printf(ROW, "", "", "", "", total + " MB");
        return healthy ? 0 : 1;
    }

    private static String health(RunningProcess process, RunningState running, Readiness readiness) {
        if (!process.isAlive()) {
            return "down";
        }
        return PlatformService.named(process.name())
                .map(service -> readiness.isReady(address(service, running)) ? "ready" : "not ready")
                .orElse("running");
    }

    private static String address(PlatformService service, RunningState running) {
        return service == PlatformService.GATEWAY
                ? running.address()
                : service.address("", new Ports(running.basePort()));
    }
}
