package com.ceoplatform.gateway.notice;

import java.util.UUID;

/**
 * Who is told.
 *
 * @param email where the mail goes
 * @param timezone IANA name, of the times in the mail
 */
public record Recipient(UUID userId, String email, String name, String timezone) {

    @Override
    public String toString() {
        return "Recipient[" + userId + "]";
    }
}
