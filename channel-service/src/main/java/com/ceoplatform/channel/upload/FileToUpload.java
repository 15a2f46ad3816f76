package com.ceoplatform.channel.upload;

import com.ceoplatform.channel.file.FileResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/** A file and how to upload it; without the latter while it is only asked for, or once it is there. */
record FileToUpload(
        @JsonUnwrapped FileResponse file,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UploadPlan upload) {}
