package com.ceoplatform.deploy.service;

import com.ceoplatform.deploy.home.Ports;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The services of the platform: name, artifact, place among the ports, database role and memory. */
public enum PlatformService {
    GATEWAY("gateway", "gateway", 0, "gateway", 256),
    TASK("task-service", "task-service", 1, "task", 256),
    CHANNEL("channel-service", "channel-service", 2, "channel", 256),
    MESSAGE("message-service", "message-service", 3, "message", 256),
    NOTIFICATION("notification-service", "notification-service", 4, "notification", 256),
    VOICE("voice-command-service", "voice-service", 5, "voice", 768),
    REALTIME("realtime-service", "realtime-service", 6, "", 256);

    private static final String LOOPBACK = "127.0.0.1";

    private final String label;
    private final String artifactId;
    private final int portOffset;
    private final String databaseRole;
    private final int maxHeapMegabytes;

    PlatformService(String label, String artifactId, int portOffset, String databaseRole, int maxHeapMegabytes) {
        this.label = label;
        this.artifactId = artifactId;
        this.portOffset = portOffset;
        this.databaseRole = databaseRole;
        this.maxHeapMegabytes = maxHeapMegabytes;
    }

    /** The name in logs, commands and paths. */
    public String label() {
        return label;
    }

    public String artifactId() {
        return artifactId;
    }

    public int port(Ports ports) {
        return ports.at(portOffset);
    }

    /** The role, and schema, of its own; empty for a service that keeps nothing. */
    public Optional<String> databaseRole() {
        return Optional.of(databaseRole).filter(role -> !role.isEmpty());
    }

    int maxHeapMegabytes() {
        return maxHeapMegabytes;
    }

    /** The variable by which the others learn its address. */
    String addressVariable() {
        return "PLATFORM_SERVICES_" + name().toUpperCase(Locale.ROOT);
    }

    /** Where the service answers from this machine when the gateway listens on that address. */
    public String address(String bindAddress, Ports ports) {
        return "http://" + (this == GATEWAY ? reachable(bindAddress) : LOOPBACK) + ":" + port(ports);
    }

    private static String reachable(String bindAddress) {
        return switch (bindAddress) {
            case "0.0.0.0", "::", LOOPBACK -> "localhost";
            default -> bindAddress.indexOf(':') >= 0 ? "[" + bindAddress + "]" : bindAddress;
        };
    }

    /** The service whose process has that name. */
    public static Optional<PlatformService> named(String label) {
        return Arrays.stream(values())
                .filter(service -> service.label.equals(label))
                .findFirst();
    }

    public static List<String> artifactIds() {
        return Arrays.stream(values()).map(PlatformService::artifactId).toList();
    }

    public static List<String> databaseRoles() {
        return Arrays.stream(values())
                .flatMap(service -> service.databaseRole().stream())
                .toList();
    }
}
