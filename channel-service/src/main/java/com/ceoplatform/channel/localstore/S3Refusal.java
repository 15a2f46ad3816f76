package com.ceoplatform.channel.localstore;

import java.io.IOException;

/** What S3 answers instead: one of its own error codes with the status that belongs to it. */
final class S3Refusal extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private S3Refusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static S3Refusal denied(String message) {
        return new S3Refusal(403, "AccessDenied", message);
    }

    static S3Refusal wrongSignature() {
        return new S3Refusal(403, "SignatureDoesNotMatch", "The signature does not match the request.");
    }

    static S3Refusal noSuchKey() {
        return new S3Refusal(404, "NoSuchKey", "There is no such object.");
    }

    static S3Refusal noSuchUpload() {
        return new S3Refusal(404, "NoSuchUpload", "There is no such upload; it may have been completed or aborted.");
    }

    static S3Refusal invalid(String message) {
        return new S3Refusal(400, "InvalidRequest", message);
    }

    static S3Refusal invalidPart(String message) {
        return new S3Refusal(400, "InvalidPart", message);
    }

    static S3Refusal incompleteBody() {
        return new S3Refusal(400, "IncompleteBody", "The body is not as long as announced.");
    }

    static S3Refusal invalidRange() {
        return new S3Refusal(416, "InvalidRange", "The object has no such range.");
    }

    static S3Refusal notImplemented() {
        return new S3Refusal(501, "NotImplemented", "This store does not do that.");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
