package com.ceoplatform.notification.preference;

import com.ceoplatform.notification.notification.DeliveryChannel;
import com.ceoplatform.notification.notification.NotificationKind;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which ways a kind of notification is wanted; what is left out is as it is for everybody.
 *
 * @param inApp in the list and over the WebSocket
 */
record KindPreference(
        @NotNull NotificationKind kind,
        @NotNull Boolean inApp,
        @Nullable Boolean email,
        @Nullable Boolean push,
        @Nullable Boolean webhook) {

    /** What the list is enough for; task-service mails invitations to meetings itself, as calendar entries. */
    private static final Set<NotificationKind> NOT_BY_MAIL = EnumSet.of(
            NotificationKind.MEETING_INVITATION,
            NotificationKind.MEETING_CHANGED,
            NotificationKind.MEETING_CANCELLED,
            NotificationKind.MEETING_RESPONSE,
            NotificationKind.THREAD_REPLY,
            NotificationKind.TASK_COMMENT,
            NotificationKind.TASK_STATUS,
            NotificationKind.CHANNEL_INVITATION,
            NotificationKind.FILE_SHARED);

    private static final Set<NotificationKind> NOT_PUSHED =
            EnumSet.of(NotificationKind.TASK_STATUS, NotificationKind.MEETING_RESPONSE, NotificationKind.FILE_SHARED);

    /** What everybody gets until they say otherwise. */
    static KindPreference ofEverybody(NotificationKind kind) {
        return new KindPreference(kind, true, !NOT_BY_MAIL.contains(kind), !NOT_PUSHED.contains(kind), true);
    }

    /** With what was left out filled in. */
    KindPreference complete() {
        KindPreference usual = ofEverybody(kind);
        return new KindPreference(
                kind,
                inApp,
                email == null ? usual.email : email,
                push == null ? usual.push : push,
                webhook == null ? usual.webhook : webhook);
    }

    KindPreference withoutEmail() {
        return new KindPreference(kind, inApp, false, push, webhook);
    }

    boolean wants(DeliveryChannel channel) {
        return Boolean.TRUE.equals(
                switch (channel) {
                    case IN_APP -> inApp;
                    case EMAIL -> email;
                    case PUSH -> push;
                    case WEBHOOK -> webhook;
                });
    }
}
