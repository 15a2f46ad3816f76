package com.ceoplatform.voice.testing;

import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Everything around the service. */
@TestConfiguration(proxyBeanMethods = false)
class TestParts {

    @Bean(destroyMethod = "close")
    FakePlatform fakePlatform() throws IOException {
        return new FakePlatform();
    }

    @Bean
    DynamicPropertyRegistrar addresses(FakePlatform platform) {
        return properties -> List.of("gateway", "task", "channel", "message", "notification")
                .forEach(name -> properties.add("platform.services." + name, platform::address));
    }

    @Bean
    @Primary
    ScriptedInterpreter scriptedInterpreter() {
        return new ScriptedInterpreter();
    }

    @Bean
    @Lazy
    VoiceApi api(ObjectProvider<WebServerApplicationContext> server) {
        return new VoiceApi(() -> server.getObject().getWebServer().getPort());
    }
}
