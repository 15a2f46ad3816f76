package com.ceoplatform.channel.channel;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All channels. The bean has a name of its own, because the copies of other services are called channels too. */
@org.springframework.stereotype.Repository("ownChannels")
public interface Channels extends Repository<Channel, UUID> {

    /** Writes at once, so that the version that follows is known. */
    Channel saveAndFlush(Channel channel);

    Optional<Channel> findById(UUID id);

    List<Channel> findAllById(Iterable<UUID> ids);

    /** The channel, locked until the end of the transaction: changes of one channel happen one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Channel c where c.id = :id")
    Optional<Channel> findForChange(UUID id);

    /** Finds the category and keeps others from deleting it until the transaction ends. */
    @NativeQuery("select 1 from channel_category where id = :id and deleted_at is null for share")
    Optional<Integer> lockCategory(UUID id);

    /** All channels of a category, locked. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Channel c where c.categoryId = :categoryId order by c.id")
    List<Channel> findOfCategoryForChange(UUID categoryId);

    /** The active channels that the people of a department join by themselves, in a fixed order. */
    @NativeQuery("""
            select c.id from channel c
            where c.auto_join_departments @> array[cast(:department as text)] and c.status = 'ACTIVE'
              and c.auto_join_departments <> '{}'
            order by c.id
            """)
    List<UUID> joinedByDepartment(String department);

    Optional<Channel> findByDirectKey(String directKey);

    /** Waits for others who are opening the same conversation; released with the transaction. */
    @NativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:directKey, 0))")
    int lockDirectKey(String directKey);
}
