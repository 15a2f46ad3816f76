package com.ceoplatform.deploy.client;

/** The platform answered with a problem. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    ApiException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    /** The stable code of the problem, empty when the answer carried none. */
    public String code() {
        return code;
    }
}
