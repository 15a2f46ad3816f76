package com.ceoplatform.channel.localstore;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** The store as a web server of its own on a port of its own, within the process of the service. */
public final class LocalStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStore.class);

    private final WebServer server;
    private final StoreKey key;
    private final URI endpoint;

    private LocalStore(WebServer server, StoreKey key, URI endpoint) {
        this.server = requireNonNull(server, "server is null");
        this.key = requireNonNull(key, "key is null");
        this.endpoint = requireNonNull(endpoint, "endpoint is null");
    }

    /**
     * Serves what a directory holds.
     *
     * @param port 0 for any free one
     * @param base path that addresses start with, such as {@code /storage}
     */
    public static LocalStore start(Path directory, InetAddress address, int port, String base, Clock clock)
            throws IOException {
        Path root = Files.createDirectories(directory.toAbsolutePath());
        StoreKey key = StoreKey.keptIn(root);
        S3Servlet servlet = new S3Servlet(new LocalObjects(root), key, clock, base);
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(port);
        factory.setAddress(address);
        factory.setRegisterDefaultServlet(false);
        factory.addProtocolHandlerCustomizers(
                handler -> handler.setExecutor(new VirtualThreadExecutor("local-store-")));
        WebServer server = factory.getWebServer(context -> {
            ServletRegistration.Dynamic registration = context.addServlet("s3", servlet);
            registration.addMapping("/*");
        });
        server.start();
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        LOG.info("Files are kept in {} and served on port {}", root, server.getPort());
        return new LocalStore(server, key, URI.create("http://" + host + ":" + server.getPort() + base));
    }

    public StoreKey key() {
        return key;
    }

    /** Where the store answers on this machine, base path included. */
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        server.stop();
        server.destroy();
    }
}
