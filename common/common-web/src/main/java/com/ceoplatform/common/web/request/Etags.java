package com.ceoplatform.common.web.request;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/** Answers that carry the resource's version as entity tag; Spring answers 304 by itself when it matches. */
public final class Etags {

    private Etags() {}

    public static <T> ResponseEntity<T> ok(T body, long version) {
        return ResponseEntity.ok().eTag(tag(version)).body(body);
    }

    /** 201 with the address of what was created. */
    public static <T> ResponseEntity<T> created(String location, T body, long version) {
        return ResponseEntity.created(URI.create(location)).eTag(tag(version)).body(body);
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
