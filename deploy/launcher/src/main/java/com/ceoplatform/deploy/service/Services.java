package com.ceoplatform.deploy.service;

import com.ceoplatform.deploy.build.ModuleGraph;
import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Progress;
import com.ceoplatform.deploy.supervision.SupervisedProcess;
import com.ceoplatform.deploy.supervision.Supervisor;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Installs and starts all services. */
public final class Services {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    /** A training run uses a core and a half, and a machine may have two. */
    private static final int TRAININGS_AT_ONCE = 2;

    private final List<ServiceProgram> programs;
    private final ServiceEnvironment environment;
    private final Progress progress;
    private final Readiness readiness = new Readiness();

    public Services(ModuleGraph modules, DataDirectory data, ServiceEnvironment environment, Progress progress) {
        this.environment = environment;
        this.progress = progress;
        JvmFlags flags = JvmFlags.fromEnvironment();
        this.programs = Arrays.stream(PlatformService.values())
                .map(service -> new ServiceProgram(
                        service, modules.module(service.artifactId()).jar(), data, flags))
                .toList();
    }

    public void unpack() throws InterruptedException {
        forEach(programs, ServiceProgram::unpack);
    }

    /** Makes the start-up caches that are missing; needs the infrastructure. */
    public void train() throws InterruptedException {
        List<ServiceProgram> untrained =
                programs.stream().filter(program -> !program.isTrained()).toList();
        if (untrained.isEmpty()) {
            return;
        }
        progress.say("Making start-up caches (once per build, about 20 s each)");
        forEach(untrained, program -> {
            program.train(environment.of(program.service()), progress);
            progress.say("  " + program.service().label());
        });
    }

    /** Starts all at the same time and returns when every one of them is ready. */
    public void start(Supervisor supervisor) throws InterruptedException {
        progress.say("Starting the services");
        Map<PlatformService, SupervisedProcess> started = new LinkedHashMap<>();
        for (ServiceProgram program : programs) {
            PlatformService service = program.service();
            started.put(
                    service, supervisor.run(program.spec(service.port(environment.ports()), environment.of(service))));
        }
        for (Map.Entry<PlatformService, SupervisedProcess> entry : started.entrySet()) {
            awaitBack(entry.getKey(), entry.getValue(), 0);
        }
    }

    /** Waits until the service serves as another process than that with the pid given. */
    public void awaitBack(PlatformService service, SupervisedProcess process, long formerPid)
            throws InterruptedException {
        process.awaitReady(
                () -> process.pid() != 0
                        && process.pid() != formerPid
                        && readiness.isReady(environment.address(service)),
                READY_WITHIN);
        progress.say("  " + service.label() + " is ready");
    }

    private static void forEach(List<ServiceProgram> programs, Step step) throws InterruptedException {
        try (ExecutorService executor = Executors.newFixedThreadPool(TRAININGS_AT_ONCE)) {
            List<Future<?>> futures = programs.stream()
                    .<Future<?>>map(program -> executor.submit(() -> {
                        step.apply(program);
                        return null;
                    }))
                    .toList();
            for (Future<?> future : futures) {
                await(future, executor);
            }
        }
    }

    private static void await(Future<?> future, ExecutorService executor) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            executor.shutdownNow();
            if (e.getCause() instanceof LaunchFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What is done with every service. */
    private interface Step {
        void apply(ServiceProgram program) throws InterruptedException;
    }
}
