package com.ceoplatform.deploy.platform;

import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Ports;
import com.ceoplatform.deploy.home.ProjectRoot;
import com.ceoplatform.deploy.service.PlatformService;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;

/**
 * How to start a platform.
 *
 * @param bindAddress where the gateway listens; everything else stays on the loopback address
 * @param build whether stale modules are built first
 * @param demo whether the demo organisation is loaded
 * @param trainCaches whether start-up caches are made where they are missing
 * @param password of the CEO's and every demo account
 * @param variables of single services, in place of those they would get
 */
public record PlatformOptions(
        ProjectRoot root,
        Path data,
        Ports ports,
        String bindAddress,
        boolean build,
        boolean demo,
        boolean trainCaches,
        String password,
        Map<PlatformService, Map<String, String>> variables) {

    public static final int DEFAULT_PORT = 8080;
    public static final String LOOPBACK = "127.0.0.1";
    public static final String DEFAULT_PASSWORD = "correct-horse-demo";
    public static final String PASSWORD_VARIABLE = "PLATFORM_DEMO_PASSWORD";

    public PlatformOptions {
        variables = Map.copyOf(variables);
    }

    public PlatformOptions(
            ProjectRoot root,
            Path data,
            Ports ports,
            String bindAddress,
            boolean build,
            boolean demo,
            boolean trainCaches,
            String password) {
        this(root, data, ports, bindAddress, build, demo, trainCaches, password, Map.of());
    }

    /** What {@code up} does without options, but with the data and ports given. */
    public static PlatformOptions of(ProjectRoot root, Path data, int port) {
        return new PlatformOptions(root, data, new Ports(port), LOOPBACK, true, true, true, passwordFromEnvironment());
    }

    public static String passwordFromEnvironment() {
        String password = System.getenv(PASSWORD_VARIABLE);
        return password == null || password.isBlank() ? DEFAULT_PASSWORD : password;
    }

    public PlatformOptions withVariables(Map<PlatformService, Map<String, String>> wanted) {
        return new PlatformOptions(root, data, ports, bindAddress, build, demo, trainCaches, password, wanted);
    }

    public PlatformOptions withBindAddress(String address) {
        return new PlatformOptions(root, data, ports, address, build, demo, trainCaches, password, variables);
    }

    public PlatformOptions withDemo(boolean wanted) {
        return new PlatformOptions(root, data, ports, bindAddress, build, wanted, trainCaches, password, variables);
    }

    /** Takes the jars as they are. */
    public PlatformOptions withoutBuild() {
        return new PlatformOptions(root, data, ports, bindAddress, false, demo, trainCaches, password, variables);
    }

    public PlatformOptions withoutTraining() {
        return new PlatformOptions(root, data, ports, bindAddress, build, demo, false, password, variables);
    }

    /** Fails when the well-known password would be open to other machines. */
    void requireSafe() {
        if (!bindInetAddress().isLoopbackAddress() && password.equals(DEFAULT_PASSWORD)) {
            throw new LaunchFailure(
                    "The default password must not be reachable from other machines: set %s before binding to %s."
                            .formatted(PASSWORD_VARIABLE, bindAddress));
        }
    }

    InetAddress bindInetAddress() {
        try {
            return InetAddress.getAllByName(bindAddress)[0];
        } catch (UnknownHostException e) {
            throw new LaunchFailure("--bind " + bindAddress + " is not an address of this machine.", e);
        }
    }
}
