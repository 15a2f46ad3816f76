package com.ceoplatform.voice.command;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which process executes a command, until when, and with which token of the speaker. */
@Embeddable
class Custody {

    /** The speaker's token, sealed; kept no longer than it is needed. */
    private @Nullable String credential;

    private @Nullable String traceparent;

    private @Nullable UUID leaseOwner;

    private @Nullable Instant leaseUntil;

    private int attempts;

    private @Nullable Instant suspendedAt;

    void lend(Lease lease, String sealedCredential, @Nullable String trace) {
        credential = sealedCredential;
        traceparent = trace;
        leaseOwner = lease.owner();
        leaseUntil = lease.until();
        attempts = 1;
        suspendedAt = null;
    }

    /** Whether nobody has it, and nobody's token is waited for. */
    boolean free(Instant now) {
        return suspendedAt == null && (leaseUntil == null || leaseUntil.isBefore(now));
    }

    boolean heldBy(UUID owner) {
        return owner.equals(leaseOwner);
    }

    void takeOver(Lease lease) {
        leaseOwner = lease.owner();
        leaseUntil = lease.until();
        attempts++;
    }

    /** Waits for a token that is still valid. */
    void suspend(Instant now) {
        suspendedAt = now;
        credential = null;
        leaseOwner = null;
    }

    void resumeWith(String sealedCredential) {
        credential = sealedCredential;
        suspendedAt = null;
        leaseUntil = null;
        attempts = 0;
    }

    void release() {
        credential = null;
        leaseOwner = null;
        leaseUntil = null;
        suspendedAt = null;
    }

    @Nullable
    String credential() {
        return credential;
    }

    @Nullable
    String traceparent() {
        return traceparent;
    }

    int attempts() {
        return attempts;
    }
}
