package com.ceoplatform.deploy.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Ports;
import com.ceoplatform.deploy.home.Progress;
import com.ceoplatform.deploy.home.ProjectRoot;
import com.ceoplatform.deploy.home.Secrets;
import com.ceoplatform.deploy.supervision.RunningState.Phase;
import com.ceoplatform.deploy.supervision.Supervisor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPlatformIntegrationTests {

    @TempDir
    private Path directory;

    private DataDirectory data;
    private Progress progress;

    @BeforeEach
    void prepare() {
        data = new DataDirectory(directory.resolve("data"));
        progress = new Progress(new PrintWriter(Writer.nullWriter()), data.log("platform"), Clock.systemUTC());
    }

    @Test
    void refusesToStartTwiceOnTheSameData() throws IOException {
        data.create();
        FileLock other = data.tryLock();
        assertThat(other).isNotNull();
        try (LocalPlatform platform = platform(freeBase())) {
            assertThatThrownBy(platform::start)
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("already runs on " + data.root());
        } finally {
            other.channel().close();
        }
    }

    @Test
    void namesAPortThatIsTakenBeforeAnythingStarts() throws IOException {
        int base = freeBase();
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), base + 10));
            try (LocalPlatform platform = platform(base)) {
                assertThatThrownBy(platform::start)
                        .isInstanceOf(LaunchFailure.class)
                        .hasMessage(
                                "Port %d (postgres) is taken by another program;"
                                        + " stop it or choose other ports with --port.",
                                base + 10);
            }
        }
        assertThat(data.postgres()).doesNotExist();
    }

    @Test
    void givesTheDataBackAfterAFailedStart() throws IOException {
        int base = freeBase();
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), base));
            try (LocalPlatform platform = platform(base)) {
                assertThatThrownBy(platform::start).isInstanceOf(LaunchFailure.class);
            }
        }
        FileLock lock = data.tryLock();
        assertThat(lock).isNotNull();
        lock.channel().close();
    }

    @Test
    void startsAndStopsTheInfrastructureAndBringsEachPartBackAfterAKill() throws Exception {
        data.create();
        Ports ports = new Ports(freeBase());
        Secrets secrets = Secrets.open(data.secrets(), Infrastructure.databaseRoles());
        Supervisor supervisor = new Supervisor(data, progress, Clock.systemUTC(), "", ports.base());
        List<Long> pids;
        try {
            Infrastructure infrastructure =
                    new Infrastructure(data, ports, secrets, ProjectRoot.find().kafkaJars());
            infrastructure.start(supervisor, progress);
            for (String name : Infrastructure.STOP_ORDER) {
                long before = supervisor.find(name).orElseThrow().pid();
                supervisor.find(name).orElseThrow().kill();
                infrastructure.awaitBack(supervisor.find(name).orElseThrow(), before);
            }
            pids = supervisor.processes().stream().map(process -> process.pid()).toList();
        } finally {
            supervisor.enter(Phase.STOPPING);
            supervisor.stop(supervisor.processes());
            supervisor.close();
        }
        assertThat(pids)
                .hasSize(3)
                .allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
    }

    private LocalPlatform platform(int base) {
        PlatformOptions options =
                PlatformOptions.of(ProjectRoot.find(), data.root(), base).withoutBuild();
        return new LocalPlatform(options, progress, Clock.systemUTC());
    }

    /** A base above which all ports of a platform are free. */
    private static int freeBase() {
        return IntStream.iterate(20_000 + (int) (ProcessHandle.current().pid() % 500) * 20, base -> base + 20)
                .filter(base -> IntStream.rangeClosed(base, base + Ports.SPAN)
                        .allMatch(port -> Ports.isFree(InetAddress.getLoopbackAddress(), port)))
                .findFirst()
                .orElseThrow();
    }
}
