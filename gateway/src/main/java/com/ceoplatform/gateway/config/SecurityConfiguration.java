package com.ceoplatform.gateway.config;

import com.ceoplatform.common.error.ErrorKind;
import com.ceoplatform.common.security.ApiScopes;
import com.ceoplatform.gateway.limit.RateLimits;
import com.ceoplatform.gateway.problem.ProblemWriter;
import com.ceoplatform.gateway.problem.Problems;
import com.ceoplatform.gateway.request.Origin;
import com.ceoplatform.gateway.token.BearerTokens;
import com.ceoplatform.gateway.token.CallerAuthentication;
import java.net.InetSocketAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who may enter: everybody with a valid access token, and everybody to log in. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    /** Scripts and pictures of our own pages only; nobody may frame them. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    /** All of them are posted to; another method is told so instead of being asked for a token. */
    private static final String[] OPEN_POSTS = {
        "/api/v1/auth/login",
        "/api/v1/auth/refresh",
        "/api/v1/auth/logout",
        "/api/v1/auth/password-reset",
        "/api/v1/auth/password-reset/confirm",
        "/api/v1/auth/oidc",
        "/api/v1/auth/oidc/authorization"
    };

    @Bean
    SecurityWebFilterChain tokensOnly(
            ServerHttpSecurity http,
            ProblemWriter problems,
            RateLimits limits,
            Converter<Jwt, Mono<AbstractAuthenticationToken>> callers) {
        ServerAuthenticationEntryPoint unauthenticated = unauthenticated(problems, limits);
        ServerAccessDeniedHandler forbidden = new Forbidden(problems);
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .cors(ServerHttpSecurity.CorsSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .authorizeExchange(SecurityConfiguration::rules)
                .oauth2ResourceServer(server -> server.bearerTokenConverter(new BearerTokens())
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(callers))
                        .authenticationEntryPoint(unauthenticated)
                        .accessDeniedHandler(forbidden))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
                .build();
    }

    /** The request as a whole is observed; a span around each filter costs more than it tells. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static void rules(ServerHttpSecurity.AuthorizeExchangeSpec requests) {
        requests.pathMatchers(OPEN_POSTS)
                .permitAll()
                .pathMatchers(
                        HttpMethod.GET,
                        "/.well-known/jwks.json",
                        "/actuator/health",
                        "/actuator/health/**",
                        "/account/*",
                        "/docs",
                        "/docs/**",
                        "/swagger-ui/**",
                        "/webjars/**",
                        "/v3/api-docs",
                        "/v3/api-docs/**")
                .permitAll()
                // Their addresses carry what opens them: a signature or a secret.
                .pathMatchers(HttpMethod.GET, "/calendar/**")
                .permitAll()
                .pathMatchers("/storage/**", "/unsubscribe/**")
                .permitAll()
                .pathMatchers(HttpMethod.GET, "/actuator/prometheus")
                .access((caller, context) -> Mono.just(new AuthorizationDecision(isLocal(context))))
                .pathMatchers("/actuator/**", "/admin/**")
                .access(SecurityConfiguration::isCeo)
                .anyExchange()
                .access(SecurityConfiguration::isInScope);
    }

    /** Whoever has a valid token; one that stands for an API token only for what its scopes allow. */
    private static Mono<AuthorizationResult> isInScope(Mono<Authentication> caller, AuthorizationContext context) {
        ServerHttpRequest request = context.getExchange().getRequest();
        return caller.ofType(CallerAuthentication.class)
                .<AuthorizationResult>map(known -> new AuthorizationDecision(ApiScopes.permit(
                        known.scope(),
                        request.getMethod().name(),
                        request.getPath().pathWithinApplication().value())))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    private static Mono<AuthorizationResult> isCeo(Mono<Authentication> caller, AuthorizationContext context) {
        return caller.ofType(CallerAuthentication.class)
                .<AuthorizationResult>map(known -> new AuthorizationDecision(
                        known.scope() == null && known.getPrincipal().isCeo()))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    /** Figures are for the operators of this machine; the door for clients does not hand them out. */
    private static boolean isLocal(AuthorizationContext context) {
        InetSocketAddress remote = context.getExchange().getRequest().getRemoteAddress();
        return remote != null && remote.getAddress() != null && isInside(remote);
    }

    private static boolean isInside(InetSocketAddress remote) {
        return remote.getAddress().isLoopbackAddress() || remote.getAddress().isSiteLocalAddress();
    }

    /** Refusals count for the address, so that nobody can try out tokens without end. */
    private static ServerAuthenticationEntryPoint unauthenticated(ProblemWriter problems, RateLimits limits) {
        return (exchange, failure) -> limits.allowsAddress(Origin.addressOf(exchange))
                .flatMap(allowed -> allowed ? refuse(exchange, problems) : Mono.error(RateLimits.refusal()));
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, ProblemWriter problems) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return problems.write(
                exchange, Problems.of(ErrorKind.UNAUTHENTICATED, "unauthenticated", "A valid access token is needed."));
    }

    /** Addresses that could be read in two ways, such as {@code /a/../b} or {@code //}, are refused. */
    @Bean
    ServerExchangeRejectedHandler ambiguousAddresses(ProblemWriter problems) {
        return (exchange, rejected) -> problems.write(
                exchange, Problems.of(ErrorKind.BAD_REQUEST, "invalid_request", "The request is not well-formed."));
    }
}
