package com.ceoplatform.message.mention;

import java.util.Set;
import java.util.UUID;

/** Whom a name in a text may mean. */
sealed interface Mention {

    /** The people who bear the name; more than one when it is not unique. */
    record OneOf(Set<UUID> userIds) implements Mention {}

    /** A department. */
    record AllOf(Set<UUID> userIds) implements Mention {}

    /** Every member of the channel. */
    record Everybody() implements Mention {}
}
