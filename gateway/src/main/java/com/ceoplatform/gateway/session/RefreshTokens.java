package com.ceoplatform.gateway.session;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The refresh tokens, used ones included: their reuse is how theft shows. */
interface RefreshTokens extends Repository<RefreshToken, String> {

    RefreshToken save(RefreshToken token);

    Optional<RefreshToken> findByHash(String hash);

    @Query("select t.sessionId from RefreshToken t where t.hash = :hash")
    Optional<UUID> sessionOf(String hash);
}
