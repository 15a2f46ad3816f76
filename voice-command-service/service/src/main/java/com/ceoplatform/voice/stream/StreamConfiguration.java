package com.ceoplatform.voice.stream;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/** Where the socket is. {@code @EnableWebSocket} is not used: it takes the place of the scheduler of everything else. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    private static final String PATH = "/ws/voice";

    /** The socket checks its tokens itself, for browsers bring them as a sub-protocol. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain streams(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATH)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    SimpleUrlHandlerMapping streamMapping(VoiceSocket socket, Handshake handshake) {
        DefaultHandshakeHandler handshakes = new DefaultHandshakeHandler();
        handshakes.setSupportedProtocols(HandshakeToken.PROTOCOL);
        WebSocketHttpRequestHandler handler = new WebSocketHttpRequestHandler(socket, handshakes);
        handler.setHandshakeInterceptors(List.of(handshake));
        return new SimpleUrlHandlerMapping(Map.of(PATH, handler), 0);
    }
}
