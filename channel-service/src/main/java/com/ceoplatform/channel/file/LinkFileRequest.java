package com.ceoplatform.channel.file;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What else to link a file to. */
record LinkFileRequest(
        @Nullable @Size(max = CreateFileRequest.MOST_LINKS) List<@NotNull UUID> channelIds,
        @Nullable @Size(max = CreateFileRequest.MOST_LINKS) List<@NotNull UUID> taskIds) {

    List<UUID> channels() {
        return channelIds == null ? List.of() : channelIds.stream().distinct().toList();
    }

    List<UUID> tasks() {
        return taskIds == null ? List.of() : taskIds.stream().distinct().toList();
    }
}
