package com.ceoplatform.channel.file;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file to upload, or to ask others for.
 *
 * @param name without a path, kept as written
 * @param size in bytes; without it the file is only asked for, and whoever sees it may begin to upload it
 * @param contentType what the client takes it for; what it is, its bytes decide
 * @param sha256 of its bytes in hexadecimal digits; may also be given at the end
 */
public record CreateFileRequest(
        @NotBlank
        @Size(max = 255)
        @Pattern(regexp = NO_PATH, message = "must not contain slashes or control characters")
        String name,

        @Nullable @Positive Long size,
        @Nullable @Size(max = 255) String contentType,

        @Nullable @Pattern(regexp = SHA_256, message = "must be 64 hexadecimal digits")
        String sha256,

        @Nullable @Size(max = MOST_LINKS) List<@NotNull UUID> channelIds,
        @Nullable @Size(max = MOST_LINKS) List<@NotNull UUID> taskIds) {

    public static final String SHA_256 = "[0-9a-fA-F]{64}";

    static final int MOST_LINKS = 20;

    private static final String NO_PATH = "[^/\\\\\\p{Cntrl}]*";

    public List<UUID> tasks() {
        return links().tasks();
    }

    LinkFileRequest links() {
        return new LinkFileRequest(channelIds, taskIds);
    }
}
