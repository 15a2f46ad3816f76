package com.ceoplatform.gateway.federation;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The external issuer.
 *
 * @param issuer its address, below which its configuration is published; none when empty
 * @param scopes asked for, beside {@code openid}
 * @param redirectUris pages that people may come back to from the issuer, exactly as registered with it
 * @param provision whether people whom nobody has added get an account
 * @param loginLife how long people may take at the issuer
 * @param claims where in the ID token is what
 */
@ConfigurationProperties("platform.security.oidc")
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue({"profile", "email"}) Set<String> scopes,
        @DefaultValue List<URI> redirectUris,
        @DefaultValue("true") boolean provision,
        @DefaultValue("10m") Duration loginLife,
        @DefaultValue Claims claims) {

    /**
     * Names of claims; an empty one is not looked at.
     *
     * @param role a text or a list of texts
     * @param ceo values of the role claim that make somebody the CEO
     * @param manager values of the role claim that make somebody a manager; everybody else is staff
     */
    record Claims(
            @DefaultValue("name") String name,
            @DefaultValue("") String department,
            @DefaultValue("") String role,
            @DefaultValue Set<String> ceo,
            @DefaultValue Set<String> manager) {

        Claims {
            ceo = Set.copyOf(ceo);
            manager = Set.copyOf(manager);
        }
    }

    OidcSettings {
        scopes = Set.copyOf(scopes);
        redirectUris = List.copyOf(redirectUris);
        if (!issuer.isEmpty() && (clientId.isEmpty() || redirectUris.isEmpty())) {
            throw new IllegalArgumentException("platform.security.oidc: an issuer needs a client-id and redirect-uris");
        }
    }

    boolean isOn() {
        return !issuer.isEmpty();
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
