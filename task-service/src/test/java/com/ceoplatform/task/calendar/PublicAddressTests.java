package com.ceoplatform.task.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PublicAddressTests {

    private static PublicAddress bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("platform", PublicAddress.class);
    }

    @Test
    void isTheLocalGatewayUnlessSaid() {
        assertThat(bind(Map.of())).isEqualTo(new PublicAddress(URI.create("http://localhost:8080")));
        assertThat(bind(Map.of("platform.public-url", "https://ceo.example.com")))
                .isEqualTo(new PublicAddress(URI.create("https://ceo.example.com")));
    }
}
