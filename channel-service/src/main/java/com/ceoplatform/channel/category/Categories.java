package com.ceoplatform.channel.category;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The categories there are. */
interface Categories extends Repository<Category, UUID> {

    Category saveAndFlush(Category category);

    List<Category> saveAllAndFlush(Iterable<Category> categories);

    @Query("select c from Category c where c.deletedAt is null order by c.position, c.id")
    List<Category> inOrder();

    @Query("""
            select c from Category c
            where c.deletedAt is null and (c.position > :position or c.position = :position and c.id > :id)
            order by c.position, c.id
            """)
    List<Category> page(int position, UUID id, Limit limit);

    /** Changes of categories happen one after the other: each may move all of them. */
    @NativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('channel.categories', 0))")
    int lock();
}
