package com.ceoplatform.gateway.routing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.MonoSink;
import reactor.netty.NettyPipeline;

/**
 * Asks the service for the handshake. When it agrees, its answer goes to the client and both connections become the two
 * ends of a tunnel; when it does not, the exchange fails with its status and goes on as an ordinary request.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails ends the connection, and that is noticed
class TunnelHandshake extends ChannelInboundHandlerAdapter {

    private static final int PATIENCE_SECONDS = 5;
    private static final int SWITCHING_PROTOCOLS = 101;

    private static final List<String> ANSWERED = List.of(
            "Connection", "Upgrade", "Sec-WebSocket-Accept", "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions");

    private final Channel client;
    private final FullHttpRequest handshake;
    private final MonoSink<Void> sink;
    private boolean answered;

    TunnelHandshake(Channel client, FullHttpRequest handshake, MonoSink<Void> sink) {
        this.client = client;
        this.handshake = handshake;
        this.sink = sink;
    }

    @Override
    public void channelActive(ChannelHandlerContext upstream) {
        upstream.writeAndFlush(handshake);
        upstream.executor()
                .schedule(
                        () -> refuse(upstream, new TimeoutException("No answer to the handshake")),
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext upstream, Object message) {
        if (message instanceof HttpResponse response) {
            int status = response.status().code();
            if (status == SWITCHING_PROTOCOLS && client.isActive()) {
                open(upstream, response);
            } else {
                refuse(upstream, refusal(status));
            }
        }
        ReferenceCountUtil.release(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext upstream) {
        refuse(upstream, new IOException("The service hung up on the handshake"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext upstream, Throwable failure) {
        refuse(upstream, failure);
    }

    /** Refusals are passed on; an answer that is neither yes nor no comes from no service of ours. */
    private static Throwable refusal(int status) {
        return status >= 400 && status < 500
                ? new ResponseStatusException(HttpStatusCode.valueOf(status))
                : new UpstreamFailure();
    }

    private void refuse(ChannelHandlerContext upstream, Throwable reason) {
        if (!answered) {
            answered = true;
            upstream.close();
            sink.error(reason);
        }
    }

    /** In this order: what the service has sent right behind its answer must follow it. */
    private void open(ChannelHandlerContext upstream, HttpResponse response) {
        answered = true;
        client.config().setAutoRead(false);
        upstream.channel().config().setAutoRead(false);
        bare(client.pipeline());
        client.write(Unpooled.copiedBuffer(head(response), US_ASCII));
        client.pipeline().addBefore(NettyPipeline.ReactiveBridge, "tunnel", new TunnelEnd(upstream.channel()));
        ChannelPipeline pipeline = upstream.pipeline();
        pipeline.addLast(new TunnelEnd(client));
        pipeline.remove(this);
        pipeline.remove(HttpClientCodec.class);
        client.flush();
        client.read();
        upstream.channel().read();
    }

    /** Takes off all that reads HTTP; what notices the end of the connection stays. */
    private static void bare(ChannelPipeline pipeline) {
        for (String name : List.copyOf(pipeline.names())) {
            boolean kept = name.equals(NettyPipeline.ReactiveBridge)
                    || pipeline.context(name) == null
                    || pipeline.get(name) instanceof SslHandler;
            if (!kept) {
                pipeline.remove(name);
            }
        }
    }

    private static String head(HttpResponse response) {
        StringBuilder head = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\n");
        for (String name : ANSWERED) {
            String value = response.headers().get(name);
            if (value != null) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        }
        return head.append("\r\n").toString();
    }
}
