package com.ceoplatform.message.message;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All messages; deleted ones keep their place. */
public interface Messages extends Repository<Message, UUID> {

    /** Writes with the next statement that needs it. */
    Message save(Message message);

    /** Writes at once, so that the version that follows is known. */
    Message saveAndFlush(Message message);

    Optional<Message> findById(UUID id);

    List<Message> findAllById(Iterable<UUID> ids);

    /** The message, locked until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Message m where m.id = :id")
    Optional<Message> findForChange(UUID id);

    /** What has been sent under the client ids, by anybody in the channel. */
    @Query("select m from Message m where m.channelId = :channelId and m.senderId in :senders"
            + " and m.clientMessageId in :clientIds")
    List<Message> findSent(UUID channelId, Collection<UUID> senders, Collection<String> clientIds);

    @Query("select m from Message m where m.channelId = :channelId and m.sequence < :sequence"
            + " order by m.sequence desc")
    List<Message> before(UUID channelId, long sequence, Limit limit);

    @Query("select m from Message m where m.channelId = :channelId and m.sequence > :sequence order by m.sequence")
    List<Message> after(UUID channelId, long sequence, Limit limit);

    @Query("select m from Message m where m.threadRootId = :rootId and m.sequence > :sequence order by m.sequence")
    List<Message> replies(UUID rootId, long sequence, Limit limit);

    @Query("select m from Message m where m.channelId = :channelId and m.sequence < :sequence"
            + " and m.pinnedAt is not null and m.deletedAt is null order by m.sequence desc")
    List<Message> pinned(UUID channelId, long sequence, Limit limit);

    @Query("select m from Message m where m.channelId = :channelId order by m.sequence desc")
    List<Message> latest(UUID channelId, Limit limit);

    @Modifying
    @Query("update Message m set m.replyCount = m.replyCount + :difference where m.id = :rootId")
    int countReplies(UUID rootId, int difference);
}
