package com.ceoplatform.voice.command;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Every command ever received, as long as history is kept. */
interface Commands extends Repository<Command, UUID> {

    Command saveAndFlush(Command command);

    void delete(Command command);

    void flush();

    @Query("select distinct c from Command c left join fetch c.actions where c.id = :id")
    Optional<Command> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Command c where c.id = :id")
    Optional<Command> findForUpdate(UUID id);

    @Query("select c.said.conversationId from Command c where c.id = :id")
    Optional<UUID> conversationOf(UUID id);

    @Query("select c.standing.status from Command c where c.id = :id")
    Optional<CommandStatus> statusOf(UUID id);

    @Query("select c.id from Command c where c.said.userId = :userId order by c.id desc")
    List<UUID> history(UUID userId, Limit limit);

    @Query("select c.id from Command c where c.said.userId = :userId and c.id < :before order by c.id desc")
    List<UUID> historyBefore(UUID userId, UUID before, Limit limit);

    @Query("select distinct c from Command c left join fetch c.actions where c.id in :ids order by c.id desc")
    List<Command> findAll(List<UUID> ids);

    @Query(
            "select c from Command c where c.said.conversationId = :conversationId and c.standing.status in :statuses order by c.id desc")
    List<Command> inConversation(UUID conversationId, List<CommandStatus> statuses);

    @Query(
            "select c.id from Command c where c.said.conversationId = :conversationId and c.standing.undoableUntil is not null"
                    + " and c.said.dryRun = false order by c.id desc")
    List<UUID> undoableIn(UUID conversationId, Limit limit);

    @Query(
            "select count(c) > 0 from Command c where c.said.conversationId = :conversationId"
                    + " and c.standing.status = CommandStatus.EXECUTING and c.standing.phase <> Phase.INTERPRETING and c.custody.suspendedAt is null")
    boolean executingIn(UUID conversationId);

    @Query(
            "select c.id from Command c where c.standing.status = CommandStatus.EXECUTING and c.custody.suspendedAt is null"
                    + " and (c.custody.leaseUntil is null or c.custody.leaseUntil < :now)"
                    + " and (c.standing.phase <> Phase.INTERPRETING or c.said.createdAt < :receivedBefore)")
    List<UUID> abandoned(Instant now, Instant receivedBefore, Limit limit);

    @Query("select c.id from Command c where c.said.userId = :userId and c.standing.status = CommandStatus.EXECUTING"
            + " and c.custody.suspendedAt is not null")
    List<UUID> suspendedOf(UUID userId);

    @Query(
            "select c.id from Command c where c.standing.status = CommandStatus.EXECUTING and c.custody.suspendedAt < :before")
    List<UUID> suspendedSince(Instant before);

    @Query(
            "select c.id from Command c where c.standing.status = CommandStatus.AWAITING_CONFIRMATION and c.said.createdAt < :before")
    List<UUID> awaitingConfirmationSince(Instant before);

    @Modifying
    @Query("update Command c set c.custody.leaseUntil = :until where c.custody.leaseOwner = :owner and c.id in :ids"
            + " and c.standing.status = CommandStatus.EXECUTING")
    int renew(UUID owner, Instant until, List<UUID> ids);

    @Query("select c.id from Command c where c.said.userId = :userId and c.standing.status = CommandStatus.EXECUTING")
    Set<UUID> executingOf(UUID userId);

    @Modifying
    @Query("delete from Command c where c.said.userId = :userId and c.standing.status <> CommandStatus.EXECUTING")
    int deleteAllOf(UUID userId);

    @Modifying
    @Query("delete from Command c where c.said.createdAt < :before and c.standing.status <> CommandStatus.EXECUTING")
    int deleteReceivedBefore(Instant before);
}
