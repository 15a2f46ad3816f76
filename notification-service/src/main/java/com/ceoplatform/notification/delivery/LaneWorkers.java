package com.ceoplatform.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the workers of every lane while the service runs, and shows how much waits for them. */
@Component
class LaneWorkers implements SmartLifecycle {

    private final DispatchQueue queue;
    private final Sending sending;
    private final LaneSignals signals;
    private final DeliverySettings settings;
    private volatile List<LaneWorker> workers = List.of();

    LaneWorkers(
            DispatchQueue queue,
            Sending sending,
            LaneSignals signals,
            DeliverySettings settings,
            MeterRegistry meters) {
        this.queue = queue;
        this.sending = sending;
        this.signals = signals;
        this.settings = settings;
        for (Lane lane : Lane.values()) {
            gauge(meters, "deliveries.pending", DispatchState.PENDING, lane);
            gauge(meters, "deliveries.dead", DispatchState.DEAD, lane);
        }
    }

    private void gauge(MeterRegistry meters, String name, DispatchState state, Lane lane) {
        Gauge.builder(name, queue, counted -> counted.count(state, lane))
                .tag("lane", lane.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    @Override
    public void start() {
        workers = Stream.of(Lane.values())
                .map(lane -> new LaneWorker(lane, queue, sending, signals, settings))
                .toList();
        workers.forEach(LaneWorker::start);
    }

    @Override
    public void stop() {
        workers.forEach(LaneWorker::stop);
        workers = List.of();
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }
}
