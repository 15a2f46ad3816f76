package com.ceoplatform.gateway.federation;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Speaks OpenID Connect (Core 1.0, Discovery 1.0) with the issuer: authorization code flow with PKCE (RFC 7636). */
@Component
class OidcProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OidcSettings settings;
    private final RestClientAuthorizationCodeTokenResponseClient tokens = tokenClient();
    private final OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
    private volatile @Nullable ClientRegistration discovered;

    OidcProvider(OidcSettings settings) {
        this.settings = settings;
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokenClient() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    /** Where to send somebody's browser. */
    String authorizationUri(PendingLogin login) {
        return request(login).getAuthorizationRequestUri();
    }

    /**
     * Exchanges the code that the browser came back with for the claims of the verified ID token.
     *
     * @throws DomainException 401 {@code invalid_code}; 503 when the issuer cannot be reached
     */
    Jwt exchange(PendingLogin login, String code) {
        OAuth2AuthorizationRequest request = request(login);
        OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
                .redirectUri(login.redirectUri())
                .state(login.state())
                .build();
        ClientRegistration issuer = issuer();
        try {
            Object idToken = tokens.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(
                            issuer, new OAuth2AuthorizationExchange(request, response)))
                    .getAdditionalParameters()
                    .get(OidcParameterNames.ID_TOKEN);
            JwtDecoder decoder = decoders.createDecoder(issuer);
            Jwt claims = decoder.decode(String.valueOf(idToken));
            if (!login.nonce().equals(claims.getClaimAsString(OidcParameterNames.NONCE))) {
                throw invalidCode();
            }
            return claims;
        } catch (OAuth2AuthorizationException | JwtException refused) {
            LOG.warn("The issuer's answer was refused: {}", refused.getMessage());
            throw invalidCode();
        }
    }

    private OAuth2AuthorizationRequest request(PendingLogin login) {
        ClientRegistration issuer = issuer();
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(issuer.getClientId())
                .authorizationUri(
                        Objects.requireNonNull(issuer.getProviderDetails().getAuthorizationUri()))
                .redirectUri(login.redirectUri())
                .scopes(issuer.getScopes())
                .state(login.state())
                .attributes(Map.of(PkceParameterNames.CODE_VERIFIER, login.codeVerifier()))
                .additionalParameters(Map.of(
                        OidcParameterNames.NONCE,
                        login.nonce(),
                        PkceParameterNames.CODE_CHALLENGE,
                        login.codeChallenge(),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256"))
                .build();
    }

    /** Asked for when it is first needed, so that the gateway starts without the issuer. */
    private ClientRegistration issuer() {
        ClientRegistration known = discovered;
        if (known == null) {
            known = discover();
            discovered = known;
        }
        return known;
    }

    private ClientRegistration discover() {
        try {
            return ClientRegistrations.fromIssuerLocation(settings.issuer())
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope(scopes())
                    .redirectUri(settings.redirectUris().getFirst().toString())
                    .build();
        } catch (IllegalArgumentException | IllegalStateException unreachable) {
            LOG.warn("The issuer {} cannot be asked for its configuration", settings.issuer(), unreachable);
            throw DomainException.unavailable("Single sign-on does not work right now; try again.");
        }
    }

    private List<String> scopes() {
        return Stream.concat(Stream.of("openid"), settings.scopes().stream())
                .distinct()
                .toList();
    }

    private static DomainException invalidCode() {
        return new DomainException(
                ErrorKind.UNAUTHENTICATED, "invalid_code", "The issuer did not confirm the login; begin again.");
    }
}
