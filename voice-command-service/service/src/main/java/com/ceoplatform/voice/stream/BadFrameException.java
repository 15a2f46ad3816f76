package com.ceoplatform.voice.stream;

/** A frame that has no effect; the code is stable and meant for clients. */
final class BadFrameException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String detail;

    BadFrameException(String code, String detail) {
        super(detail);
        this.code = code;
        this.detail = detail;
    }

    String code() {
        return code;
    }

    String detail() {
        return detail;
    }
}
