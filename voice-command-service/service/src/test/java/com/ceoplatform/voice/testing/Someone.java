package com.ceoplatform.voice.testing;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.token.TestTokens;
import java.util.UUID;

/** A person of a test. */
public record Someone(UUID id, String token) {

    public static Someone ceo() {
        UUID id = Ids.next();
        return new Someone(id, TestTokens.of(id, Role.CEO, null));
    }

    public static Someone staff() {
        UUID id = Ids.next();
        return new Someone(id, TestTokens.of(id, Role.STAFF, "Sales"));
    }
}
