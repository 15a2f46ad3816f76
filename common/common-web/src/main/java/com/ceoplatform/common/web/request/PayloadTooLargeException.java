package com.ceoplatform.common.web.request;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import java.io.IOException;

/** A body that went over the limit while it was being read. */
public class PayloadTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    PayloadTooLargeException(long limit) {
        super("Body over " + limit + " bytes");
        this.limit = limit;
    }

    /** 413 {@code payload_too_large}. */
    public DomainException problem() {
        return new DomainException(
                ErrorKind.TOO_LARGE, "payload_too_large", "The body may have at most " + limit + " bytes.");
    }
}
