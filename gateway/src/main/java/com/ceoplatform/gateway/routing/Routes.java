package com.ceoplatform.gateway.routing;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Which service answers what. What is not listed here cannot be reached from outside. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final String STORAGE = "/storage/**";

    private static final String[] MESSAGE_PATHS = {
        "/api/v1/channels/*/messages",
        "/api/v1/channels/*/messages/**",
        "/api/v1/channels/*/read",
        "/api/v1/channels/*/unread",
        "/api/v1/messages",
        "/api/v1/messages/**",
        "/api/v1/scheduled-messages/**",
        "/api/v1/threads",
        "/api/v1/unread"
    };

    private static final String[] CHANNEL_PATHS = {
        "/api/v1/channels/**", "/api/v1/channel-categories/**", "/api/v1/files/**"
    };

    private static final String[] TASK_PATHS = {
        "/api/v1/tasks/**", "/api/v1/meetings/**", "/api/v1/calendar/**", "/api/v1/calendar.ics", "/calendar/**"
    };

    private static final String[] NOTIFICATION_PATHS = {
        "/api/v1/notifications/**", "/api/v1/reminders/**", "/api/v1/webhooks/**", "/unsubscribe/**"
    };

    private final Upstreams upstreams;
    private final OpenTunnels tunnels;
    private final RoutingSettings settings;

    Routes(Upstreams upstreams, OpenTunnels tunnels, RoutingSettings settings) {
        this.upstreams = upstreams;
        this.tunnels = tunnels;
        this.settings = settings;
    }

    /** The first route that fits counts: parts of a channel belong to message-service. */
    @Bean
    RouteLocator serviceRoutes(RouteLocatorBuilder builder, ServiceAddresses services) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        rest(routes, "message", services.message(), MESSAGE_PATHS);
        rest(routes, "channel", services.channel(), CHANNEL_PATHS);
        rest(routes, "task", services.task(), TASK_PATHS);
        rest(routes, "notification", services.notification(), NOTIFICATION_PATHS);
        rest(routes, "voice", services.voice(), "/api/v1/voice/**");
        storage(routes, services.storage());
        webSocket(routes, "realtime", services.realtime(), "/ws");
        webSocket(routes, "voice", services.voice(), "/ws/voice");
        docs(routes, "task", services.task());
        docs(routes, "channel", services.channel());
        docs(routes, "message", services.message());
        docs(routes, "notification", services.notification());
        docs(routes, "voice", services.voice());
        docs(routes, "realtime", services.realtime());
        return routes.build();
    }

    private void rest(RouteLocatorBuilder.Builder routes, String service, URI address, String... paths) {
        Duration timeout = service.equals("voice") ? settings.voiceTimeout() : settings.timeout();
        routes.route(
                service,
                route -> route.path(paths)
                        .filters(filters -> filters.filter(upstreams.guard(service))
                                .retry(retry -> retry.setRetries(1)
                                        .setMethods(HttpMethod.GET)
                                        .setSeries()
                                        .setExceptions(IOException.class)))
                        .metadata(RESPONSE_TIMEOUT_ATTR, (int) timeout.toMillis())
                        .uri(address));
    }

    /**
     * Files go to and from the store as they are. The signature of their address covers host and path, so both are kept;
     * a token that comes along is no business of the store.
     */
    private void storage(RouteLocatorBuilder.Builder routes, URI address) {
        routes.route(
                "storage",
                route -> route.path(STORAGE)
                        .filters(filters -> filters.filter(upstreams.guard("storage"))
                                .filter(new StoredFiles())
                                .preserveHostHeader())
                        .metadata(RESPONSE_TIMEOUT_ATTR, (int)
                                settings.storageTimeout().toMillis())
                        .uri(address));
    }

    /** Without a circuit breaker: a connection that is good for hours says nothing about the next one. */
    private void webSocket(RouteLocatorBuilder.Builder routes, String service, URI address, String path) {
        routes.route(
                service + "-websocket",
                route -> route.path(path)
                        .and()
                        .header("Upgrade", "(?i)websocket")
                        .filters(filters ->
                                filters.filter(new WebSocketHandshake()).filter(new WebSocketTunnel(address, tunnels)))
                        .uri(address));
    }

    /** The address of the gateway is kept, so that the page calls the services through it. */
    private void docs(RouteLocatorBuilder.Builder routes, String service, URI address) {
        routes.route(
                service + "-docs",
                route -> route.path("/v3/api-docs/" + service)
                        .filters(filters -> filters.filter(upstreams.guard(service))
                                .setPath("/v3/api-docs")
                                .preserveHostHeader())
                        .metadata(
                                RESPONSE_TIMEOUT_ATTR, (int) settings.timeout().toMillis())
                        .uri(address));
    }
}
