package com.ceoplatform.voice.conversation;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The conversations of all speakers. */
interface Conversations extends Repository<Conversation, UUID> {

    Conversation save(Conversation conversation);

    Optional<Conversation> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Conversation c where c.id = :id")
    Optional<Conversation> findForUpdate(UUID id);

    @Modifying
    @Query("delete from Conversation c where c.id = :id"
            + " and not exists (select 1 from Command k where k.said.conversationId = c.id)")
    int deleteEmpty(UUID id);

    @Modifying
    @Query("delete from Conversation c where c.userId = :userId"
            + " and not exists (select 1 from Command k where k.said.conversationId = c.id)")
    int deleteEmptyOf(UUID userId);

    @Modifying
    @Query("delete from Conversation c where c.updatedAt < :before"
            + " and not exists (select 1 from Command k where k.said.conversationId = c.id)")
    int deleteSilentSince(Instant before);
}
