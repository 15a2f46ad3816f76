package com.ceoplatform.notification.outbound;

import java.net.UnknownHostException;

/** An address that must not be called. */
class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    RefusedAddressException(String host) {
        super(host + " is not a public address");
    }
}
