package com.ceoplatform.channel.relationship;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** How channels relate now. */
interface Relationships extends Repository<Relationship, UUID> {

    Relationship save(Relationship relationship);

    @Query("select r from Relationship r where (r.fromId = :id or r.toId = :id) and r.deletedAt is null order by r.id")
    List<Relationship> of(UUID id);

    @Query("""
            select r from Relationship r
            where r.deletedAt is null
              and (r.fromId = :one and r.toId = :other or r.fromId = :other and r.toId = :one)
            """)
    Optional<Relationship> between(UUID one, UUID other);

    @Query("select count(r) > 0 from Relationship r where r.toId = :child and r.kind = PARENT and r.deletedAt is null")
    boolean hasParent(UUID child);

    /** Whether a channel is above another one, or is that one. */
    @NativeQuery("""
            WITH RECURSIVE above (id) AS (
                SELECT CAST(:channel AS uuid)
                UNION
                SELECT r.from_id FROM channel_relationship r JOIN above a ON r.to_id = a.id
                WHERE r.kind = 'PARENT' AND r.deleted_at IS NULL
            )
            SELECT count(*) > 0 FROM above WHERE id = :candidate
            """)
    boolean isAbove(UUID candidate, UUID channel);

    /** Changes of relationships happen one after the other: two that fit alone could close a cycle together. */
    @NativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('channel.relationships', 0))")
    int lock();
}
