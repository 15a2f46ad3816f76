package com.ceoplatform.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class ClientAddressTests {

    private final ClientAddress proxied = new ClientAddress(new ProxySettings(List.of("10.0.0.0/8", "::1")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "10.1.2.3|203.0.113.7|203.0.113.7",
                "10.1.2.3|6.6.6.6, 203.0.113.7|203.0.113.7",
                "10.1.2.3|6.6.6.6, 203.0.113.7, 10.9.9.9|203.0.113.7",
                "10.1.2.3|10.4.4.4|10.4.4.4",
                "10.1.2.3|nonsense|-",
                "10.1.2.3|6.6.6.6, nonsense, 10.9.9.9|10.9.9.9",
                "10.1.2.3|example.com|-",
                "10.1.2.3|''|-",
                "203.0.113.9|6.6.6.6|-",
                "::1|2001:db8::7|2001:db8:0:0:0:0:0:7"
            })
    void believesWhatTrustedProxiesSayAndNobodyElse(String peer, String forwarded, @Nullable String client) {
        assertThat(resolved(proxied, peer, "X-Forwarded-For", forwarded)).isEqualTo(client);
    }

    @Test
    void believesNobodyByDefault() {
        ClientAddress alone = new ClientAddress(new ProxySettings(List.of("")));

        assertThat(resolved(alone, "127.0.0.1", "X-Forwarded-For", "6.6.6.6")).isNull();
    }

    @Test
    void believesTheGatewayItself() {
        HttpHeaders headers = new HttpHeaders();
        proxied.tell(headers, "203.0.113.7");
        String told = headers.getFirst(ClientAddress.ON_BEHALF_OF);

        assertThat(resolved(proxied, "127.0.0.1", ClientAddress.ON_BEHALF_OF, String.valueOf(told)))
                .isEqualTo("203.0.113.7");
        assertThat(resolved(proxied, "127.0.0.1", ClientAddress.ON_BEHALF_OF, "guessed 203.0.113.7"))
                .isNull();
    }

    @Test
    void refusesNetworksThatAreNone() {
        assertThatThrownBy(() -> new ClientAddress(new ProxySettings(List.of("10.0.0.0/99"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static @Nullable String resolved(ClientAddress addresses, String peer, String header, String value) {
        InetSocketAddress found = addresses.resolve(MockServerWebExchange.from(MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(peer, 1))
                .header(header, value)));
        return found == null ? null : found.getAddress().getHostAddress();
    }
}
