package com.ceoplatform.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.notification.testing.Bound;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublicAddressTests {

    @Test
    void isTheLocalGatewayByDefault() {
        PublicAddress address = Bound.settings("platform.public", PublicAddress.class, Map.of());

        assertThat(address.resolve("/")).isEqualTo("http://localhost:8080/");
        assertThat(address.host()).isEqualTo("localhost");
    }

    @Test
    void beginsLinksHoweverItIsWritten() {
        PublicAddress address = Bound.settings(
                "platform.public", PublicAddress.class, Map.of("platform.public.url", "https://ceo.example/"));

        assertThat(address.resolve("/unsubscribe/x")).isEqualTo("https://ceo.example/unsubscribe/x");
        assertThat(address.host()).isEqualTo("ceo.example");
    }
}
