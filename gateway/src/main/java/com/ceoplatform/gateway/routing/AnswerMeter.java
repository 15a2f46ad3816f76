package com.ceoplatform.gateway.routing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;

/**
 * Counts the answers that spare the network: those that leave compressed, and those that say that nothing has changed.
 * Next to the wire, because nothing before it knows whether the server compresses.
 */
@Component
class AnswerMeter implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

    private final Handler handler;

    AnswerMeter(MeterRegistry meters) {
        this.handler =
                new Handler(meters.counter("gateway.answers.compressed"), meters.counter("gateway.answers.unchanged"));
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, address) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "answerMeter", handler)));
    }

    @ChannelHandler.Sharable
    private static final class Handler extends ChannelOutboundHandlerAdapter {

        private final Counter compressed;
        private final Counter unchanged;

        Handler(Counter compressed, Counter unchanged) {
            this.compressed = compressed;
            this.unchanged = unchanged;
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // the promise tells whoever writes
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof HttpResponse answer) {
                if (answer.status().code() == HttpResponseStatus.NOT_MODIFIED.code()) {
                    unchanged.increment();
                } else if (answer.headers().contains(HttpHeaderNames.CONTENT_ENCODING)) {
                    compressed.increment();
                }
            }
            context.write(message, promise);
        }
    }
}
