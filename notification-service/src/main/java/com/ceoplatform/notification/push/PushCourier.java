package com.ceoplatform.notification.push;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.notification.delivery.Courier;
import com.ceoplatform.notification.delivery.Lane;
import com.ceoplatform.notification.delivery.Outcome;
import com.ceoplatform.notification.delivery.Parcel;
import com.ceoplatform.notification.notification.DeliveryChannel;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.outbound.OutboundHttp;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Pushes to browsers. A message that is repeated has the same topic, so that the push service replaces the first one. */
@Component
class PushCourier implements Courier {

    private static final Logger LOG = LoggerFactory.getLogger(PushCourier.class);
    private static final JsonMapper MAPPER = PlatformJson.mapper();
    private static final Set<Integer> GONE = Set.of(404, 410);

    private final PushSubscriptions subscriptions;
    private final Vapid vapid;
    private final OutboundHttp http;
    private final PushSettings settings;

    PushCourier(PushSubscriptions subscriptions, Vapid vapid, OutboundHttp http, PushSettings settings) {
        this.subscriptions = requireNonNull(subscriptions, "subscriptions is null");
        this.vapid = requireNonNull(vapid, "vapid is null");
        this.http = requireNonNull(http, "http is null");
        this.settings = requireNonNull(settings, "settings is null");
    }

    @Override
    public DeliveryChannel channel() {
        return DeliveryChannel.PUSH;
    }

    @Override
    public Map<UUID, Set<UUID>> targets(Collection<UUID> recipientIds, NotificationKind kind) {
        return subscriptions.idsOf(recipientIds);
    }

    @Override
    public Outcome send(Parcel parcel) {
        Optional<PushSubscription> subscription = subscriptions
                .find(parcel.targetId())
                .filter(found -> found.userId().equals(parcel.recipientId()));
        return subscription
                .map(found -> push(parcel, found))
                .orElseGet(() -> new Outcome.Unwanted("the subscription is gone"));
    }

    private Outcome push(Parcel parcel, PushSubscription subscription) {
        URI endpoint = URI.create(subscription.endpoint());
        byte[] body = PushEncryption.encrypt(
                MAPPER.writeValueAsBytes(PushMessage.of(parcel)),
                P256.publicKey(P256.decode(subscription.p256dh())),
                P256.decode(subscription.auth()));
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", vapid.authorization(endpoint));
        headers.put("Content-Encoding", "aes128gcm");
        headers.put("Content-Type", "application/octet-stream");
        headers.put("TTL", String.valueOf(settings.life().toSeconds()));
        headers.put("Urgency", parcel.lane() == Lane.URGENT ? "high" : "normal");
        headers.put("Topic", topic(parcel.id()));
        return http.post(endpoint, headers, body, status -> refused(subscription, status));
    }

    private Outcome refused(PushSubscription subscription, int status) {
        if (GONE.contains(status)) {
            subscriptions.delete(subscription.id());
            LOG.info("A browser of {} is no longer subscribed", subscription.userId());
            return new Outcome.Unwanted("the subscription is gone: answered " + status);
        }
        return new Outcome.Failed("answered " + status);
    }

    /** At most 32 characters of URL-safe Base64 (RFC 8030, 5.4). */
    private static String topic(UUID id) {
        return P256.encode(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }
}
