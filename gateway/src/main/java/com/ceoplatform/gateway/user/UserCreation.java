package com.ceoplatform.gateway.user;

import com.ceoplatform.common.error.DomainException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds people once, however often they are sent under one idempotency key. */
@Service
class UserCreation {

    private final UserDirectory directory;
    private final CreatedUserKeys keys;

    UserCreation(UserDirectory directory, CreatedUserKeys keys) {
        this.directory = directory;
        this.keys = keys;
    }

    /**
     * Adds a person; the same key of the same caller adds one person only.
     *
     * @throws DomainException 409 {@code email_taken}, 422 {@code idempotency_key_reused}
     */
    @Transactional
    public UserResponse add(NewUser wanted, CreatedUserKeys.@Nullable Key key) {
        Optional<UserResponse> earlier = key == null ? Optional.empty() : keys.takeOrRepeat(key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        UserResponse added = directory.add(wanted);
        if (key != null) {
            keys.answer(key, added);
        }
        return added;
    }
}
