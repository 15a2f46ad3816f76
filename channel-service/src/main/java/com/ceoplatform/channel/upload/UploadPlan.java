package com.ceoplatform.channel.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to upload a file: put the bytes of each part to its address, in any order, several at once if you like, then
 * complete the upload. Asked for again it says which parts have arrived, with new addresses for the others.
 *
 * @param method to use for every part
 */
record UploadPlan(String method, List<Part> parts) {

    /**
     * A range of the file.
     *
     * @param offset of its first byte
     * @param size in bytes; the request must be exactly that long
     * @param uploaded whether it has arrived
     * @param url where to put it; null when it has arrived
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(
            int number,
            long offset,
            long size,
            boolean uploaded,
            @Nullable URI url) {}
}
