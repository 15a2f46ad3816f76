package com.ceoplatform.gateway.user;

/** Who is behind an account. */
public enum UserKind {
    PERSON,
    /** A program; it has no password and cannot log in, but may have API tokens. */
    SERVICE
}
