package com.ceoplatform.gateway.routing;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The clients connected by WebSocket. They are let go first when the gateway stops: they would never end by themselves. */
@Component
class OpenTunnels implements SmartLifecycle {

    private final ChannelGroup clients = new DefaultChannelGroup("tunnels", GlobalEventExecutor.INSTANCE);
    private volatile boolean running;

    OpenTunnels(MeterRegistry meters) {
        meters.gaugeCollectionSize("gateway.websockets", java.util.List.of(), clients);
    }

    void add(Channel client) {
        clients.add(client);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        clients.close().awaitUninterruptibly(1000);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
