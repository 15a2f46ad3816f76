package com.ceoplatform.deploy.platform;

import com.ceoplatform.deploy.build.ModuleGraph;
import com.ceoplatform.deploy.build.UpToDateJars;
import com.ceoplatform.deploy.demo.DemoStart;
import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.Host;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Ports;
import com.ceoplatform.deploy.home.Progress;
import com.ceoplatform.deploy.home.Secrets;
import com.ceoplatform.deploy.infrastructure.LocalKafka;
import com.ceoplatform.deploy.infrastructure.LocalPostgres;
import com.ceoplatform.deploy.infrastructure.LocalRedis;
import com.ceoplatform.deploy.service.PlatformService;
import com.ceoplatform.deploy.service.ServiceEnvironment;
import com.ceoplatform.deploy.service.Services;
import com.ceoplatform.deploy.speech.SpeechModel;
import com.ceoplatform.deploy.supervision.Leftovers;
import com.ceoplatform.deploy.supervision.RunningState.Phase;
import com.ceoplatform.deploy.supervision.SupervisedProcess;
import com.ceoplatform.deploy.supervision.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.channels.FileLock;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole platform on this machine, as real processes that this one supervises: they come back when they die, and end
 * when this process does.
 */
public final class LocalPlatform implements AutoCloseable {

    private final PlatformOptions options;
    private final Progress progress;
    private final Clock clock;
    private final DataDirectory data;

    private @Nullable FileLock lock;
    private @Nullable Supervisor supervisor;
    private @Nullable Infrastructure infrastructure;
    private @Nullable Services services;
    private boolean stopped;

    public LocalPlatform(PlatformOptions options, Progress progress, Clock clock) {
        this.options = options;
        this.progress = progress;
        this.clock = clock;
        this.data = new DataDirectory(options.data());
    }

    /** Returns when every service is ready and the demo, if wanted, is loaded; otherwise fails with one line. */
    public void start() throws InterruptedException {
        options.requireSafe();
        Host.requireSuitable();
        takeDataDirectory();
        Leftovers.clear(data, progress);
        requireFreePorts();
        Supervisor starting = new Supervisor(
                data, progress, clock, address().toString(), options.ports().base());
        supervisor = starting;
        ModuleGraph modules = ModuleGraph.read(options.root().path());
        if (options.build()) {
            UpToDateJars.ensure(options.root().path(), modules, PlatformService.artifactIds(), data, progress);
        }
        startProcesses(starting, modules);
        if (options.demo()) {
            DemoStart.loadOnce(address(), ServiceEnvironment.CEO_EMAIL, options.password(), data, progress, clock);
        }
        starting.enter(Phase.READY);
    }

    /** The address for clients. */
    public URI address() {
        return URI.create(PlatformService.GATEWAY.address(options.bindAddress(), options.ports()));
    }

    /** A process by its name, {@code task-service} or {@code kafka} for example. */
    public SupervisedProcess process(String name) {
        return supervisor().find(name).orElseThrow(() -> new IllegalArgumentException("no process is named " + name));
    }

    /** Ends a process as kill -9 does; it comes back by itself. */
    public void kill(String name) {
        process(name).kill();
    }

    /** Waits until the process serves again, under another pid than the one given. */
    public void awaitBack(String name, long formerPid) throws InterruptedException {
        SupervisedProcess process = process(name);
        Optional<PlatformService> service = PlatformService.named(name);
        if (service.isPresent() && services != null) {
            services.awaitBack(service.get(), process, formerPid);
        } else if (infrastructure != null) {
            infrastructure.awaitBack(process, formerPid);
        }
    }

    /** Stops everything in order: the services, then Kafka, Redis and PostgreSQL. Safe to call again. */
    public synchronized void stop() throws InterruptedException {
        if (stopped) {
            return;
        }
        stopped = true;
        if (supervisor != null) {
            stopProcesses(supervisor);
        }
        releaseDataDirectory();
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startProcesses(Supervisor starting, ModuleGraph modules) throws InterruptedException {
        Secrets secrets = Secrets.open(data.secrets(), Infrastructure.databaseRoles());
        ServiceEnvironment environment = new ServiceEnvironment(
                data,
                options.ports(),
                options.bindAddress(),
                secrets,
                options.password(),
                SpeechModel.fetch(progress),
                options.variables());
        Services installed = new Services(modules, data, environment, progress);
        services = installed;
        installed.unpack();
        Infrastructure shared = new Infrastructure(
                data, options.ports(), secrets, options.root().kafkaJars());
        infrastructure = shared;
        shared.start(starting, progress);
        if (options.trainCaches()) {
            installed.train();
        }
        installed.start(starting);
    }

    private void takeDataDirectory() {
        data.create();
        lock = data.tryLock();
        if (lock == null) {
            throw new LaunchFailure("A platform already runs on " + data.root()
                    + "; see ./platform status, or stop it with ./platform down.");
        }
    }

    private void requireFreePorts() {
        Ports ports = options.ports();
        Map<String, Integer> inside = new LinkedHashMap<>();
        for (PlatformService service : PlatformService.values()) {
            inside.put(service.label(), service.port(ports));
        }
        Ports.requireFree(options.bindInetAddress(), Map.of(PlatformService.GATEWAY.label(), ports.base()));
        inside.remove(PlatformService.GATEWAY.label());
        inside.put("files", ports.storage());
        inside.put(LocalPostgres.NAME, ports.postgres());
        inside.put(LocalKafka.NAME, ports.kafka());
        inside.put(LocalKafka.NAME + " controller", ports.kafkaController());
        inside.put(LocalRedis.NAME, ports.redis());
        Ports.requireFree(InetAddress.getLoopbackAddress(), inside);
    }

    private Supervisor supervisor() {
        Supervisor running = supervisor;
        if (running == null) {
            throw new IllegalStateException("the platform is not started");
        }
        return running;
    }

    private void releaseDataDirectory() {
        FileLock held = lock;
        if (held != null) {
            try {
                held.channel().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void stopProcesses(Supervisor running) throws InterruptedException {
        running.enter(Phase.STOPPING);
        progress.say("Stopping the services");
        running.stop(running.processes().stream()
                .filter(process ->
                        !Infrastructure.STOP_ORDER.contains(process.spec().name()))
                .toList());
        progress.say("Stopping Kafka, Redis and PostgreSQL");
        for (String name : Infrastructure.STOP_ORDER) {
            running.stop(running.find(name).stream().toList());
        }
        running.close();
        progress.say("Stopped");
    }
}
