package com.ceoplatform.notification.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The thing that a notification leads to.
 *
 * @param label its name; never what a message says, which may be taken back
 * @param channelId where it is; null outside channels
 */
public record Subject(
        SubjectKind kind, UUID id, String label, @Nullable UUID channelId) {}
