package com.ceoplatform.gateway.config;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.WebFilter;

/** Cross-origin requests (Fetch standard): closed, unless origins are configured. */
@Configuration(proxyBeanMethods = false)
class CorsConfigurer {

    private static final List<String> READABLE_HEADERS =
            List.of("ETag", "Location", "Retry-After", "X-Request-Id", "Preference-Applied");

    /** Before Spring Security, because browsers send no token with a preflight. */
    @Bean
    @Order(-110)
    WebFilter corsFilter(CorsSettings settings) {
        if (settings.allowedOrigins().isEmpty()) {
            // Without any header of ours the browser refuses by itself; requests that are not a browser's go on.
            return (exchange, chain) -> chain.filter(exchange);
        }
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(settings.allowedOrigins());
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        allowed.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        allowed.setExposedHeaders(READABLE_HEADERS);
        allowed.setMaxAge(Duration.ofHours(1));
        CorsConfigurationSource everywhere = exchange -> allowed;
        return new CorsWebFilter(everywhere, new RefusingProcessor());
    }

    /** Refuses in the format of all refusals. */
    private static final class RefusingProcessor extends DefaultCorsProcessor {

        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            throw new DomainException(
                    ErrorKind.FORBIDDEN, "origin_not_allowed", "Web pages of this origin may not call the platform.");
        }
    }
}
