package com.ceoplatform.notification.push;

import com.ceoplatform.notification.delivery.Lane;
import com.ceoplatform.notification.delivery.Parcel;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.notification.NotificationResponse;
import com.ceoplatform.notification.notification.Subject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a service worker shows; always short enough for one push.
 *
 * @param count how many notifications it stands for; kind and subject are of the first
 * @param notificationIds what to mark as read or acknowledge; of many only some
 */
record PushMessage(
        String title,
        String body,
        int count,
        boolean urgent,
        NotificationKind kind,
        @Nullable Subject subject,
        List<UUID> notificationIds) {

    private static final int TITLE = 120;
    private static final int BODY = 300;
    private static final int IDS = 20;

    static PushMessage of(Parcel parcel) {
        List<NotificationResponse> all = parcel.notifications();
        NotificationResponse first = all.getFirst();
        List<UUID> ids = all.stream().map(NotificationResponse::id).limit(IDS).toList();
        boolean urgent = parcel.lane() == Lane.URGENT;
        if (!parcel.isDigest()) {
            Subject subject = first.subject();
            Subject named = new Subject(subject.kind(), subject.id(), cut(subject.label(), TITLE), subject.channelId());
            return new PushMessage(
                    cut(first.title(), TITLE), cut(first.body(), BODY), 1, urgent, first.kind(), named, ids);
        }
        String titles = all.stream().map(NotificationResponse::title).limit(IDS).collect(Collectors.joining("\n"));
        return new PushMessage(
                all.size() + " notifications", cut(titles, BODY), all.size(), urgent, first.kind(), null, ids);
    }

    /** In code points: at most four octets each. */
    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
