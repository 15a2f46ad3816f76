package com.ceoplatform.notification.delivery;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.ceoplatform.notification.notification.DeliveryChannel;
import com.ceoplatform.notification.notification.Told;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides when and by which channels notifications leave, within the transaction that makes them: what is urgent at once, the
 * rest when its person collects it, is back from a pause and has no quiet hours.
 */
@Component
public class DeliveryPlanner {

    private final Map<DeliveryChannel, Courier> couriers = new EnumMap<>(DeliveryChannel.class);
    private final DeliveryBook book;
    private final LaneSignals signals;
    private final DeliverySettings settings;
    private final Clock clock;

    DeliveryPlanner(
            Collection<Courier> couriers,
            DeliveryBook book,
            LaneSignals signals,
            DeliverySettings settings,
            Clock clock) {
        couriers.forEach(courier -> this.couriers.put(courier.channel(), courier));
        this.book = requireNonNull(book, "book is null");
        this.signals = requireNonNull(signals, "signals is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Plans for all whom one item was told; the number of queries does not depend on how many they are.
     *
     * @return those who can be reached in further ways, should they not react
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Told> plan(Occasion occasion, Collection<Told> told, Map<UUID, Wishes> wishes) {
        Reach reach = reach(occasion, wishes);
        Set<DeliveryBook.Open> open = occasion.ofCommand() ? stillOpen(told) : Set.of();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Planned> planned = new ArrayList<>();
        List<Told> reachable = new ArrayList<>();
        for (Told one : told) {
            Wishes wish = wishes.getOrDefault(one.recipientId(), Wishes.NONE);
            List<DeliveryChannel> ways = reach.channelsOf(one.recipientId(), wish);
            List<DeliveryChannel> first = atFirst(occasion, wish, ways);
            first.stream()
                    .flatMap(channel -> planned(occasion, one, channel, wish, reach, now))
                    .filter(plan -> !open.contains(plan.way()))
                    .forEach(planned::add);
            if (first.size() < ways.size()) {
                reachable.add(one);
            }
        }
        write(planned);
        return reachable;
    }

    /**
     * Plans the next way to somebody who did not see an urgent notification: the first in their order that was not used.
     *
     * @return how many are left after it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int planNext(Occasion occasion, Told told, Wishes wishes) {
        Set<DeliveryChannel> used = book.channelsOf(told.notificationId());
        Reach reach = reach(occasion, Map.of(told.recipientId(), wishes));
        List<DeliveryChannel> left = reach.channelsOf(told.recipientId(), wishes).stream()
                .filter(channel -> !used.contains(channel))
                .toList();
        if (left.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        write(planned(occasion, told, left.getFirst(), wishes, reach, now).toList());
        return left.size() - 1;
    }

    /** By how many channels a notification left or will leave. */
    public int channelsUsed(UUID notificationId) {
        return book.channelsOf(notificationId).size();
    }

    private void write(List<Planned> planned) {
        book.add(planned);
        Set<Lane> lanes = planned.stream()
                .filter(Planned::alone)
                .map(Planned::lane)
                .collect(toCollection(() -> EnumSet.noneOf(Lane.class)));
        if (!lanes.isEmpty()) {
            signals.wakeAfterCommit(lanes);
        }
    }

    /** Escalation starts with one channel; without it all are used. */
    private static List<DeliveryChannel> atFirst(Occasion occasion, Wishes wishes, List<DeliveryChannel> ways) {
        boolean oneByOne =
                occasion.escalates() && wishes.settings().escalation().enabled();
        return oneByOne && ways.size() > 1 ? ways.subList(0, 1) : ways;
    }

    private Stream<Planned> planned(
            Occasion occasion, Told told, DeliveryChannel channel, Wishes wishes, Reach reach, Instant now) {
        boolean urgent = occasion.lane() == Lane.URGENT;
        Instant at = urgent ? now : wishes.settings().sendAt(channel, now, wishes.zone());
        boolean alone = urgent || !at.isAfter(now);
        Instant due = alone && !urgent && occasion.ofCommand() ? at.plus(settings.settle()) : at;
        return reach.targets(told.recipientId(), channel).stream()
                .map(target -> new Planned(
                        told.notificationId(), told.recipientId(), channel, target, occasion.lane(), due, alone));
    }

    private Set<DeliveryBook.Open> stillOpen(Collection<Told> told) {
        Set<UUID> earlier = told.stream()
                .filter(one -> !one.isNew())
                .map(Told::notificationId)
                .collect(toSet());
        return earlier.isEmpty() ? Set.of() : book.holdOpen(earlier);
    }

    private Reach reach(Occasion occasion, Map<UUID, Wishes> wishes) {
        Map<DeliveryChannel, Map<UUID, Set<UUID>>> targets = new EnumMap<>(DeliveryChannel.class);
        couriers.forEach((channel, courier) -> {
            Set<UUID> wanting = wishes.entrySet().stream()
                    .filter(entry -> entry.getValue().channels().contains(channel))
                    .map(Map.Entry::getKey)
                    .collect(toSet());
            targets.put(channel, wanting.isEmpty() ? Map.of() : courier.targets(wanting, occasion.kind()));
        });
        return new Reach(targets);
    }

    /** How recipients can be reached. */
    private record Reach(Map<DeliveryChannel, Map<UUID, Set<UUID>>> byChannel) {

        Set<UUID> targets(UUID recipientId, DeliveryChannel channel) {
            return byChannel.getOrDefault(channel, Map.of()).getOrDefault(recipientId, Set.of());
        }

        /** In the order in which the person wants to be found. */
        List<DeliveryChannel> channelsOf(UUID recipientId, Wishes wishes) {
            List<DeliveryChannel> order = wishes.settings().escalation().order();
            return Stream.concat(order.stream(), Stream.of(DeliveryChannel.values()))
                    .distinct()
                    .filter(channel -> !targets(recipientId, channel).isEmpty())
                    .toList();
        }
    }
}
