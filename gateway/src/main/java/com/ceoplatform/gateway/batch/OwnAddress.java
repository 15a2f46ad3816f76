package com.ceoplatform.gateway.batch;

import java.net.InetAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where this gateway listens. */
@Component
class OwnAddress {

    private final @Nullable InetAddress bound;
    private volatile int port;

    OwnAddress(ServerProperties server) {
        this.bound = server.getAddress();
    }

    @EventListener
    void listening(WebServerInitializedEvent started) {
        if (started.getApplicationContext().getServerNamespace() == null) {
            port = started.getWebServer().getPort();
        }
    }

    /** The address of a path that may carry a query; it must be encoded already. */
    URI of(String path) {
        String host = bound == null || bound.isAnyLocalAddress() ? "127.0.0.1" : bound.getHostAddress();
        String authority = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + authority + ":" + port + path);
    }
}
