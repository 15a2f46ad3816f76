package com.ceoplatform.notification.delivery;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.notification.notification.DeliveryChannel;
import com.ceoplatform.notification.notification.NotificationArchive;
import com.ceoplatform.notification.notification.NotificationResponse;
import com.ceoplatform.notification.preference.PreferenceService;
import com.ceoplatform.notification.preference.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One attempt: finds what still stands of a dispatch, hands it to its courier and writes down how that ended. */
@Component
class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final Map<DeliveryChannel, Courier> couriers = new EnumMap<>(DeliveryChannel.class);
    private final DispatchQueue queue;
    private final NotificationArchive archive;
    private final PreferenceService preferences;
    private final DeliverySettings settings;
    private final BackOff backOff;
    private final MeterRegistry meters;

    Sending(
            Collection<Courier> couriers,
            DispatchQueue queue,
            NotificationArchive archive,
            PreferenceService preferences,
            DeliverySettings settings,
            MeterRegistry meters) {
        couriers.forEach(courier -> this.couriers.put(courier.channel(), courier));
        this.queue = requireNonNull(queue, "queue is null");
        this.archive = requireNonNull(archive, "archive is null");
        this.preferences = requireNonNull(preferences, "preferences is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.backOff = new BackOff(
                settings.firstDelay(),
                settings.longestDelay(),
                () -> ThreadLocalRandom.current().nextDouble());
        this.meters = requireNonNull(meters, "meters is null");
    }

    void attempt(Dispatch dispatch) {
        List<NotificationResponse> standing = archive.standing(queue.notificationsOf(dispatch.id()));
        if (standing.isEmpty()) {
            finish(dispatch, DispatchState.WITHDRAWN, "taken back before it was sent");
            return;
        }
        List<NotificationResponse> wanted = stillWanted(dispatch, standing);
        if (wanted.isEmpty()) {
            finish(dispatch, DispatchState.SUPPRESSED, "no longer wanted by this channel");
            return;
        }
        Parcel parcel = new Parcel(dispatch.id(), dispatch.recipientId(), dispatch.targetId(), dispatch.lane(), wanted);
        settle(dispatch, send(dispatch, parcel));
    }

    /** Who unsubscribes gets nothing more, not even what waited already. */
    private List<NotificationResponse> stillWanted(Dispatch dispatch, List<NotificationResponse> standing) {
        Settings wishes =
                preferences.of(List.of(dispatch.recipientId())).getOrDefault(dispatch.recipientId(), Settings.USUAL);
        return standing.stream()
                .filter(notification -> wishes.wanted(
                                notification.kind(), notification.subject().channelId())
                        .contains(dispatch.channel()))
                .toList();
    }

    private Outcome send(Dispatch dispatch, Parcel parcel) {
        Courier courier = couriers.get(dispatch.channel());
        if (courier == null) {
            return new Outcome.Unwanted("this channel is switched off");
        }
        try {
            return courier.send(parcel);
        } catch (RuntimeException failure) {
            LOG.error("{} {} failed unexpectedly", dispatch.channel(), dispatch.id(), failure);
            return new Outcome.Later("internal failure", null);
        }
    }

    private void settle(Dispatch dispatch, Outcome outcome) {
        switch (outcome) {
            case Outcome.Sent sent -> finish(dispatch, DispatchState.SENT, sent.detail());
            case Outcome.Bounced bounced -> finish(dispatch, DispatchState.BOUNCED, bounced.detail());
            case Outcome.Unwanted unwanted -> finish(dispatch, DispatchState.SUPPRESSED, unwanted.detail());
            case Outcome.Failed failed -> finish(dispatch, DispatchState.DEAD, failed.detail());
            case Outcome.Later later -> again(dispatch, later.detail(), later.after());
        }
    }

    private void again(Dispatch dispatch, String detail, @Nullable Duration wish) {
        if (dispatch.attempts() >= settings.attempts()) {
            finish(dispatch, DispatchState.DEAD, detail);
            return;
        }
        Duration delay = backOff.after(dispatch.attempts(), wish);
        count(dispatch, "retried");
        LOG.info("{} {} is tried again in {}: {}", dispatch.channel(), dispatch.id(), delay, detail);
        queue.retry(dispatch, delay, detail);
    }

    private void finish(Dispatch dispatch, DispatchState state, @Nullable String detail) {
        if (queue.finish(dispatch, state, detail)) {
            count(dispatch, state.name().toLowerCase(Locale.ROOT));
            if (state == DispatchState.DEAD || state == DispatchState.BOUNCED) {
                LOG.warn(
                        "{} {} to {} is {}: {}",
                        dispatch.channel(),
                        dispatch.id(),
                        dispatch.recipientId(),
                        state,
                        detail);
            }
        }
    }

    private void count(Dispatch dispatch, String outcome) {
        meters.counter(
                        "deliveries",
                        "channel",
                        dispatch.channel().name().toLowerCase(Locale.ROOT),
                        "lane",
                        dispatch.lane().name().toLowerCase(Locale.ROOT),
                        "outcome",
                        outcome)
                .increment();
    }
}
