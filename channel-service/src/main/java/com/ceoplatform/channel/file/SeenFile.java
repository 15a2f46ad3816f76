package com.ceoplatform.channel.file;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Caller;

/**
 * A file through the eyes of a person who may see it.
 *
 * @param links as far as the person may know of them
 */
public record SeenFile(Caller caller, StoredFile file, LinkedTo links) {

    /** Whether the file is the person's to delete and to link. */
    boolean isTheirs() {
        return caller.isCeo() || file.isOf(caller.id());
    }

    void requireTheirs() {
        if (!isTheirs()) {
            throw DomainException.forbidden("Only the person who uploaded the file may do this.");
        }
    }

    public FileResponse response() {
        return FileResponse.from(file, links);
    }
}
