package com.ceoplatform.gateway.routing;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;

/** A service failed without saying so in the format of the platform; its words are not for clients. */
class UpstreamFailure extends DomainException {

    private static final long serialVersionUID = 1L;

    UpstreamFailure() {
        super(ErrorKind.UNAVAILABLE, "temporarily_unavailable", "The service cannot answer right now; try again.");
    }
}
