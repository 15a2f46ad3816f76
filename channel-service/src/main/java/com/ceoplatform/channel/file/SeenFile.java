package com.ceoplatform.channel.file;

import com.ceoplatform.common.security.Caller;

/**
 * A file through the eyes of a person who may see it.
 *
 * @param links as far as the person may know of them
 */
public record SeenFile(Caller caller, StoredFile file, LinkedTo links) {

    public FileResponse response() {
        return FileResponse.from(file, links);
    }
}
