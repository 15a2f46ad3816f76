package com.ceoplatform.channel.relationship;

/** What another channel is to a channel. */
enum RelationshipKind {
    PARENT,
    CHILD,
    COLLABORATION;

    /** What the channel is to the other one. */
    RelationshipKind inverse() {
        return switch (this) {
            case PARENT -> CHILD;
            case CHILD -> PARENT;
            case COLLABORATION -> COLLABORATION;
        };
    }
}
