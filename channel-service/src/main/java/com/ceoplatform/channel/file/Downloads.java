package com.ceoplatform.channel.file;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.storage.ObjectStore;
import com.ceoplatform.common.error.DomainException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Sends people to the bytes. What a browser could run it only saves; what it can show it may show. */
@Component
class Downloads {

    private static final Set<String> SHOWN = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "application/pdf",
            "text/plain",
            "video/mp4",
            "video/webm",
            "audio/mpeg",
            "audio/ogg",
            "audio/x-wav",
            "audio/vnd.wave",
            "audio/mp4");

    private final ObjectStore store;

    Downloads(ObjectStore store) {
        this.store = requireNonNull(store, "store is null");
    }

    /** An address that is good for a few minutes; 404 {@code content_not_found} before the upload is complete. */
    URI address(StoredFile file, boolean inline) {
        if (!file.isAvailable()) {
            throw DomainException.notFound("content");
        }
        String type = String.valueOf(file.contentType());
        boolean shown = SHOWN.contains(type);
        ContentDisposition disposition = (inline && shown
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return store.contentAddress(
                file.id(), disposition.toString(), shown ? type : MediaType.APPLICATION_OCTET_STREAM_VALUE);
    }
}
