package com.ceoplatform.realtime.connection;

import static java.util.Objects.requireNonNull;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/** Tells a connection what its channel says: room for more, the answer to a close. */
final class ChannelEvents extends ChannelInboundHandlerAdapter {

    private final Connection connection;

    ChannelEvents(Connection connection) {
        this.connection = requireNonNull(connection, "connection is null");
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            connection.write();
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!connection.isClosing()) {
            context.fireChannelRead(message);
            return;
        }
        // The close was ours: the client's answer ends it, whatever else comes is late.
        boolean answered = message instanceof CloseWebSocketFrame;
        ReferenceCountUtil.release(message);
        if (answered) {
            ChannelFuture _ = context.close();
        } else {
            context.read();
        }
    }
}
