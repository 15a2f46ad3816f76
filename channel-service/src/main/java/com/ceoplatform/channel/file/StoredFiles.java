package com.ceoplatform.channel.file;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All files, deleted ones included. */
public interface StoredFiles extends Repository<StoredFile, UUID> {

    /** Writes at once, so that the version that follows is known. */
    StoredFile saveAndFlush(StoredFile file);

    @Query("select f from StoredFile f where f.id = :id and f.deletedAt is null")
    Optional<StoredFile> find(UUID id);

    @Query("select f from StoredFile f where f.id = :id and f.deletedAt is not null")
    Optional<StoredFile> findDeleted(UUID id);

    /** The file, deleted or not, locked until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from StoredFile f where f.id = :id")
    Optional<StoredFile> findForChange(UUID id);

    /** The newest of a channel or a task that came before a file. */
    @Query("""
            select f from StoredFile f join FileLink l on l.fileId = f.id
            where l.targetId = :targetId and l.fileId < :before and l.deletedAt is null
              and f.status = :status and f.deletedAt is null
            order by l.fileId desc
            """)
    List<StoredFile> ofTarget(UUID targetId, FileStatus status, UUID before, Limit limit);

    /** The newest of a person that came before a file. */
    @Query("""
            select f from StoredFile f
            where f.uploadedBy = :userId and f.id < :before and f.deletedAt is null
            order by f.id desc
            """)
    List<StoredFile> ofPerson(UUID userId, UUID before, Limit limit);

    /** Everything of a person, locked until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from StoredFile f where f.uploadedBy = :userId and f.deletedAt is null order by f.id")
    List<StoredFile> allOfForChange(UUID userId);

    /** Files that nobody went on with. */
    @Query("""
            select f.id from StoredFile f
            where f.status = :status and f.updatedAt < :before and f.deletedAt is null
            order by f.updatedAt
            """)
    List<UUID> abandoned(FileStatus status, Instant before, Limit limit);

    /** Deleted files that have bytes left. */
    @Query("""
            select f.id from StoredFile f
            where f.deletedAt < :before and f.erasedAt is null
            order by f.deletedAt
            """)
    List<UUID> toErase(Instant before, Limit limit);

    @Query("select count(f) from StoredFile f where f.deletedAt is not null and f.erasedAt is null")
    long countToErase();
}
