package com.ceoplatform.gateway.routing;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.gateway.request.CurrentCaller;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Brings a WebSocket to its service: the handshake is forwarded, and once the service has agreed to it the bytes of both
 * sides are passed on as they are. A proxy that reads the frames costs a decoding, an unmasking and a flush for each of
 * them, which no machine has left when one message goes to every member of a channel; it also answers 101 before it
 * knows whether the service agrees, and invents close codes of its own.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails ends the connection, and that is noticed
class WebSocketTunnel implements GatewayFilter {

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketTunnel.class);
    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;

    /** What the service gets to see of the handshake, beside what makes it one. */
    private static final List<String> FORWARDED = List.of(
            "Authorization",
            "Origin",
            "User-Agent",
            "X-Request-Id",
            "traceparent",
            "Sec-WebSocket-Key",
            "Sec-WebSocket-Version",
            "Sec-WebSocket-Protocol",
            "Sec-WebSocket-Extensions");

    private final URI service;
    private final OpenTunnels tunnels;

    WebSocketTunnel(URI service, OpenTunnels tunnels) {
        this.service = service;
        this.tunnels = tunnels;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        HttpServerRequest client = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        FullHttpRequest handshake = handshake(exchange.getRequest());
        log(exchange);
        String session = CurrentCaller.of(exchange).map(Caller::sessionId).orElse("");
        return Mono.create(sink -> client.withConnection(connection -> {
            Channel channel = connection.channel();
            tunnels.add(channel, session);
            channel.eventLoop().execute(() -> connect(channel, handshake, sink));
        }));
    }

    /** The log of answers does not see what leaves HTTP. */
    private static void log(ServerWebExchange exchange) {
        String user =
                CurrentCaller.of(exchange).map(caller -> caller.id().toString()).orElse(null);
        String id = exchange.getRequest().getHeaders().getFirst("X-Request-Id");
        try (var ignoredId = MDC.putCloseable("requestId", id);
                var ignoredUser = MDC.putCloseable("userId", user)) {
            LOG.info("WebSocket {}", exchange.getRequest().getPath().value());
        }
    }

    /** On the event loop of the client, so that bytes never change threads. */
    private void connect(Channel client, FullHttpRequest handshake, MonoSink<Void> sink) {
        ChannelFuture connecting = new Bootstrap()
                .group(client.eventLoop())
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel upstream) {
                        upstream.pipeline()
                                .addLast(new HttpClientCodec())
                                .addLast(new TunnelHandshake(client, handshake, sink));
                    }
                })
                .connect(service.getHost(), port());
        sink.onDispose(() -> connecting.channel().close());
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                handshake.release();
                sink.error(done.cause());
            }
        });
    }

    private int port() {
        if (service.getPort() > 0) {
            return service.getPort();
        }
        return "https".equals(service.getScheme()) ? 443 : 80;
    }

    private FullHttpRequest handshake(ServerHttpRequest request) {
        URI asked = request.getURI();
        String target =
                asked.getRawQuery() == null ? asked.getRawPath() : asked.getRawPath() + "?" + asked.getRawQuery();
        FullHttpRequest handshake = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target);
        handshake.headers().set("Host", service.getAuthority());
        handshake.headers().set("Connection", "Upgrade");
        handshake.headers().set("Upgrade", "websocket");
        HttpHeaders headers = request.getHeaders();
        for (String name : FORWARDED) {
            String value = headers.getFirst(name);
            if (value != null) {
                handshake.headers().set(name, value);
            }
        }
        return handshake;
    }
}
