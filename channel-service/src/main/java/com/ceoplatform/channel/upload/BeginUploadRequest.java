package com.ceoplatform.channel.upload;

import com.ceoplatform.channel.file.CreateFileRequest;
import com.ceoplatform.channel.file.FileService;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The bytes of a file that somebody asked for; the fields are those of a new file. */
record BeginUploadRequest(
        @NotNull @Positive Long size,
        @Nullable @Size(max = 255) String contentType,

        @Nullable @Pattern(regexp = CreateFileRequest.SHA_256, message = "must be 64 hexadecimal digits")
        String sha256) {

    FileService.Beginning beginning() {
        return new FileService.Beginning(size, contentType, sha256);
    }
}
