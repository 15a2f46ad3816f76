package com.ceoplatform.gateway.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the keys that access tokens are verified with (RFC 7517). */
@RestController
@Tag(name = "Auth")
class JwksController {

    /** Verifiers ask again by themselves when they meet a key they do not know. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final SigningKeys keys;

    JwksController(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    @Operation(summary = "The public keys of the access tokens")
    @SecurityRequirements
    ResponseEntity<Map<String, Object>> keySet() {
        List<JWK> all = List.copyOf(keys.all());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(new JWKSet(all).toJSONObject(true));
    }
}
