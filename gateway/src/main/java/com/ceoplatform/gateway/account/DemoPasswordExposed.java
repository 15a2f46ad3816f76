package com.ceoplatform.gateway.account;

/** The documented demo password would open the platform to the network; it does not start like this. */
class DemoPasswordExposed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoPasswordExposed(String reason) {
        super(reason);
    }
}
