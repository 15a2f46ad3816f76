package com.ceoplatform.gateway.support;

import com.ceoplatform.common.test.database.Statements;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The service behind the gateway, the client before it, and who watches what it asks the database. */
@TestConfiguration(proxyBeanMethods = false)
public class TestServices {

    private static final List<String> SERVICES =
            List.of("task", "channel", "message", "notification", "voice", "realtime", "storage");

    @Bean(destroyMethod = "stop")
    static Upstream upstream() {
        return Upstream.start();
    }

    @Bean
    static DynamicPropertyRegistrar serviceAddresses(Upstream upstream) {
        return properties -> SERVICES.forEach(service -> properties.add("platform.services." + service, upstream::url));
    }

    @Bean
    static Statements statements() {
        return Statements.ofReactiveService();
    }

    @Bean
    GatewayClient gatewayClient() {
        return new GatewayClient();
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        event.getApplicationContext()
                .getBean(GatewayClient.class)
                .connectTo("127.0.0.1:" + event.getWebServer().getPort());
    }
}
