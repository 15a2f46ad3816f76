package com.ceoplatform.gateway.routing;

import com.ceoplatform.common.security.RevokedSessions;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The clients connected by WebSocket. They are let go first when the gateway stops: they would never end by themselves.
 * Services end the connections of a session that is revoked, and tell why; whatever is left a moment later is cut off
 * here, so that no service can forget it.
 */
@Component
@SuppressWarnings("FutureReturnValueIgnored") // a connection that does not close is closed already
class OpenTunnels implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTunnels.class);
    private static final AttributeKey<String> SESSION = AttributeKey.valueOf("session");
    private static final AttributeKey<Boolean> REVOKED = AttributeKey.valueOf("revoked");

    private final ChannelGroup clients = new DefaultChannelGroup("tunnels", GlobalEventExecutor.INSTANCE);
    private final RevokedSessions revoked;
    private volatile boolean running;

    OpenTunnels(MeterRegistry meters, RevokedSessions revoked) {
        this.revoked = revoked;
        meters.gaugeCollectionSize("gateway.websockets", List.of(), clients);
    }

    void add(Channel client, String sessionId) {
        client.attr(SESSION).set(sessionId);
        clients.add(client);
    }

    /** Cuts off what was revoked already when it looked the last time. */
    @Scheduled(fixedDelayString = "PT2S")
    void cutOffRevoked() {
        for (Channel client : clients) {
            String session = client.attr(SESSION).get();
            if (session == null || !revoked.contains(session)) {
                continue;
            }
            if (client.attr(REVOKED).getAndSet(true) != null) {
                LOG.info("A WebSocket of the revoked session {} is cut off", session);
                client.close();
            }
        }
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
