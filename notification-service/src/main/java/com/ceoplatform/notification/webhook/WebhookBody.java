package com.ceoplatform.notification.webhook;

import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.notification.delivery.Parcel;
import com.ceoplatform.notification.notification.NotificationResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What a webhook is told, in its own format. */
final class WebhookBody {

    private static final JsonMapper MAPPER = PlatformJson.mapper();

    private WebhookBody() {}

    private record StandardEvent(String type, Instant timestamp, Object data) {}

    private record Digest(List<NotificationResponse> notifications) {}

    private record SlackMessage(String text) {}

    static byte[] of(WebhookFormat format, Parcel parcel, Instant now) {
        return MAPPER.writeValueAsBytes(
                switch (format) {
                    case STANDARD -> standard(parcel, now);
                    case SLACK -> new SlackMessage(slack(parcel));
                });
    }

    private static StandardEvent standard(Parcel parcel, Instant now) {
        return parcel.isDigest()
                ? new StandardEvent("notification.digest", now, new Digest(parcel.notifications()))
                : new StandardEvent(
                        "notification.created", now, parcel.notifications().getFirst());
    }

    private static String slack(Parcel parcel) {
        return parcel.notifications().stream()
                .map(notification -> "*" + escape(notification.title()) + "*\n" + escape(notification.body()))
                .collect(Collectors.joining("\n\n"));
    }

    /** Slack's three control characters; nobody can mention a channel or hide a link through a notification. */
    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
