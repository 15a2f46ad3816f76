package com.ceoplatform.channel.category;

import java.time.Instant;
import java.util.UUID;

/**
 * A category.
 *
 * @param position among the others, counted from 0
 */
record CategoryResponse(
        UUID id, String name, int position, UUID createdBy, Instant createdAt, Instant updatedAt, long version) {

    static CategoryResponse from(Category category) {
        return new CategoryResponse(
                category.id(),
                category.name(),
                category.position(),
                category.createdBy(),
                category.createdAt(),
                category.updatedAt(),
                category.version());
    }
}
