package com.ceoplatform.channel.file;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as REST returns it and as its events carry it.
 *
 * @param size in bytes; null while it is only asked for
 * @param contentType what its bytes are, found by looking at them; null until they are there
 * @param sha256 of its bytes in hexadecimal digits; null until it is known
 * @param channelIds where it is linked, as far as the reader may know
 * @param taskIds what it is linked to, as far as the reader may know
 */
public record FileResponse(
        UUID id,
        String name,
        FileStatus status,
        @Nullable Long size,
        @Nullable String contentType,
        @Nullable String sha256,
        UUID uploadedBy,
        List<UUID> channelIds,
        List<UUID> taskIds,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant uploadedAt,
        long version) {

    static FileResponse from(StoredFile file, LinkedTo links) {
        return new FileResponse(
                file.id(),
                file.name(),
                file.status(),
                file.size(),
                file.contentType(),
                file.sha256(),
                file.uploadedBy(),
                links.channelIds(),
                links.taskIds(),
                file.createdAt(),
                file.updatedAt(),
                file.uploadedAt(),
                file.version());
    }
}
