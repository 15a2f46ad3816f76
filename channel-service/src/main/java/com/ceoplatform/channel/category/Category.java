package com.ceoplatform.channel.category;

import com.ceoplatform.common.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A heading with its place among the others, counted from 0. */
@Entity
@Table(name = "channel_category")
class Category {

    @Id
    private UUID id;

    private String name;

    private int position;

    private UUID createdBy;

    private Instant createdAt;

    private Instant updatedAt;

    @SuppressWarnings("unused") // queries look for it
    @Nullable
    private Instant deletedAt;

    @Version
    @Nullable
    private Long version;

    @SuppressWarnings("NullAway.Init")
    protected Category() {}

    Category(String name, int position, UUID createdBy, Instant now) {
        this.id = Ids.next();
        this.name = name;
        this.position = position;
        this.createdBy = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void rename(String other, Instant now) {
        if (!name.equals(other)) {
            name = other;
            updatedAt = now;
        }
    }

    void moveTo(int place, Instant now) {
        if (position != place) {
            position = place;
            updatedAt = now;
        }
    }

    void delete(Instant now) {
        deletedAt = now;
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    int position() {
        return position;
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
