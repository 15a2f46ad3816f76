package com.ceoplatform.gateway.session;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The logins. Whoever changes one locks it first, so that a refresh and a revocation never miss each other. */
interface Sessions extends Repository<Session, UUID> {

    Session save(Session session);

    Session saveAndFlush(Session session);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Session s where s.id = :id")
    Optional<Session> lock(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Session s where s.tokenSessionId = :tokenSessionId and s.revokedAt is null")
    Optional<Session> lockByTokenSessionId(UUID tokenSessionId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Session s where s.userId = :userId and s.revokedAt is null order by s.id")
    List<Session> lockOpenOf(UUID userId);

    /** The live logins of a user that come behind a place in the order, last used first; the index begins there. */
    @Query("""
            select s from Session s
            where s.userId = :userId and s.kind = com.ceoplatform.gateway.session.SessionKind.LOGIN
              and s.revokedAt is null and s.expiresAt > :now
              and s.usedAt <= :usedAt and (s.usedAt < :usedAt or s.id < :id)
            order by s.usedAt desc, s.id desc""")
    List<Session> liveLogins(UUID userId, Instant now, Instant usedAt, UUID id, Limit limit);

    @Modifying
    @Query("delete from Session s where s.expiresAt < :before")
    int deleteExpired(Instant before);
}
