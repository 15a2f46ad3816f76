package com.ceoplatform.channel.member;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The people who are in channels now; those who left are not found. */
public interface Members extends Repository<Member, UUID> {

    Member save(Member member);

    List<Member> saveAll(Iterable<Member> members);

    @Query("select m from Member m where m.channelId = :channelId and m.userId = :userId and m.deletedAt is null")
    Optional<Member> find(UUID channelId, UUID userId);

    @Query("select m from Member m where m.channelId = :channelId and m.userId in :userIds and m.deletedAt is null")
    List<Member> findAll(UUID channelId, Collection<UUID> userIds);

    /** What one person is in some channels. */
    @Query("select m from Member m where m.userId = :userId and m.channelId in :channelIds and m.deletedAt is null")
    List<Member> findStays(UUID userId, Collection<UUID> channelIds);

    @Query("select m.userId from Member m where m.channelId = :channelId and m.deletedAt is null order by m.userId")
    List<UUID> userIds(UUID channelId);

    @Query("select m.channelId from Member m where m.userId = :userId and m.deletedAt is null")
    List<UUID> channelIds(UUID userId);

    @Query("select count(m) from Member m where m.channelId = :channelId and m.role = OWNER and m.deletedAt is null")
    long owners(UUID channelId);

    @Query("""
            select m from Member m
            where m.channelId = :channelId and m.role = OWNER and m.deletedAt is null
            order by m.userId
            """)
    List<Member> allOwners(UUID channelId);

    /** A page of members in the order of their ids. */
    @Query("""
            select m from Member m
            where m.channelId = :channelId and m.userId > :after and m.deletedAt is null
            order by m.userId
            """)
    List<Member> page(UUID channelId, UUID after, Limit limit);
}
