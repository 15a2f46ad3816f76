package com.ceoplatform.voice.stream;

import com.ceoplatform.common.security.Caller;
import java.time.Instant;

/** What a verified access token gives: to whom, and until when. */
record Grant(Caller caller, String token, Instant expiresAt) {

    @Override
    public String toString() {
        return "Grant[" + caller.id() + " until " + expiresAt + "]";
    }
}
