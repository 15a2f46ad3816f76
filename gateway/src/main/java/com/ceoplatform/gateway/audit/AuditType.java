package com.ceoplatform.gateway.audit;

import java.util.Locale;

/** What the audit log holds. */
public enum AuditType {
    SIGNED_IN,
    SIGN_IN_FAILED,
    LOCKED_OUT,
    SIGNED_OUT,
    SESSION_REVOKED,
    REFRESH_TOKEN_REUSED,
    PASSWORD_CHANGED,
    PASSWORD_RESET_MAILED,
    PASSWORD_RESET,
    EXTERNAL_IDENTITY_LINKED,
    USER_CREATED,
    RIGHTS_CHANGED,
    EMAIL_CHANGED,
    USER_DEACTIVATED,
    USER_REACTIVATED,
    API_TOKEN_CREATED,
    API_TOKEN_REVOKED;

    /** As written in JSON, in the database and in metrics. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
