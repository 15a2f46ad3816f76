package com.ceoplatform.channel.upload;

import com.ceoplatform.channel.file.CreateFileRequest;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** @param sha256 of the whole file, in hexadecimal digits; needed unless it was given at the beginning */
record CompleteUploadRequest(
        @Nullable @Pattern(regexp = CreateFileRequest.SHA_256, message = "must be 64 hexadecimal digits")
        String sha256) {}
