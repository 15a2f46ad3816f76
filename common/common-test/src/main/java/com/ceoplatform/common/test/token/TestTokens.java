package com.ceoplatform.common.test.token;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mints access tokens as the gateway does, with a key that only lives in this JVM, and publishes that key. */
public final class TestTokens {

    public static final String ISSUER = "ceo-platform-test";

    private static final ECKey KEY = newKey("test");
    private static final HttpServer KEYS = serve(new JWKSet(KEY.toPublicJWK()));

    private TestTokens() {}

    /** Where the verifying key is published. */
    public static String jwkSetUri() {
        return "http://127.0.0.1:" + KEYS.getAddress().getPort() + "/jwks";
    }

    /** A valid token of that person, for fifteen minutes. */
    public static String of(UUID userId, Role role, @Nullable String department) {
        return forUser(userId).role(role).department(department).issue();
    }

    /** A valid token of a staff member, to be varied. */
    public static Builder forUser(UUID userId) {
        return new Builder(userId);
    }

    /** Varies one claim after the other; tests of refusals make invalid ones. */
    public static final class Builder {

        private final UUID userId;
        private Role role = Role.STAFF;
        private @Nullable String department;
        private String name = "Test Person";
        private String zone = "UTC";
        private String issuer = ISSUER;
        private String audience = "ceo-platform";
        private String sessionId = Ids.next().toString();
        private Duration life = Duration.ofMinutes(15);
        private @Nullable String scope;
        private ECKey key = KEY;

        private Builder(UUID userId) {
            this.userId = userId;
        }

        public Builder role(Role value) {
            role = value;
            return this;
        }

        public Builder department(@Nullable String value) {
            department = value;
            return this;
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder zone(String value) {
            zone = value;
            return this;
        }

        public Builder issuer(String value) {
            issuer = value;
            return this;
        }

        public Builder audience(String value) {
            audience = value;
            return this;
        }

        public Builder session(String value) {
            sessionId = value;
            return this;
        }

        /** As the token of a program, which is good for these scopes only. */
        public Builder scope(String value) {
            scope = value;
            return this;
        }

        /** How long from now it is valid; negative for a token that has expired. */
        public Builder life(Duration value) {
            life = value;
            return this;
        }

        /** Signed with a key that nobody published, under the id of the published one. */
        public Builder forged() {
            key = newKey("test");
            return this;
        }

        /** The signed token in compact form. */
        public String issue() {
            Instant now = Clock.systemUTC().instant();
            JWTClaimsSet claims = new JWTClaimsSet.Builder()
                    .issuer(issuer)
                    .audience(audience)
                    .subject(userId.toString())
                    .jwtID(Ids.next().toString())
                    .issueTime(Date.from(now.minus(Duration.ofHours(1))))
                    .expirationTime(Date.from(now.plus(life)))
                    .claim("sid", sessionId)
                    .claim("role", role.wireName())
                    .claim("name", name)
                    .claim("email", userId + "@example.com")
                    .claim("department", department)
                    .claim("zoneinfo", zone)
                    .claim("scope", scope)
                    .build();
            try {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256)
                                .keyID(key.getKeyID())
                                .build(),
                        claims);
                token.sign(new ECDSASigner(key));
                return token.serialize();
            } catch (JOSEException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private static ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static HttpServer serve(JWKSet keys) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] body = keys.toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/jwks", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            server.setExecutor(command -> Thread.ofVirtual().start(command));
            server.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
