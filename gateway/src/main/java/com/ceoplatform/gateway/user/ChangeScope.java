package com.ceoplatform.gateway.user;

import com.ceoplatform.gateway.request.ExpectedVersion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a change.
 *
 * @param expected the version that it was made up against
 * @param keptSession the login that survives a new password: the one that sets it
 */
record ChangeScope(ExpectedVersion expected, @Nullable UUID keptSession) {}
