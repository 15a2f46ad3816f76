package com.ceoplatform.deploy.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** The ports of one platform: a fixed pattern above the port of the gateway. */
public record Ports(int base) {

    /** Distance of the highest port from the base. */
    public static final int SPAN = 13;

    private static final int HIGHEST = 65_535;

    public Ports {
        if (base < 1024 || base > HIGHEST - SPAN) {
            throw new LaunchFailure(
                    "--port must lie between 1024 and %d; %d does not.".formatted(HIGHEST - SPAN, base));
        }
    }

    public int at(int offset) {
        return base + offset;
    }

    /** Of the store of files, within channel-service. */
    public int storage() {
        return at(7);
    }

    public int postgres() {
        return at(10);
    }

    public int kafka() {
        return at(11);
    }

    public int kafkaController() {
        return at(12);
    }

    public int redis() {
        return at(SPAN);
    }

    /** Fails with one line when another program listens on any of the ports, given with their users' names. */
    public static void requireFree(InetAddress address, Map<String, Integer> portsByName) {
        portsByName.forEach((name, port) -> {
            if (!isFree(address, port)) {
                throw new LaunchFailure(
                        "Port %d (%s) is taken by another program; stop it or choose other ports with --port."
                                .formatted(port, name));
            }
        });
    }

    public static boolean isFree(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
