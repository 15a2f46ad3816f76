package com.ceoplatform.realtime.log;

import static java.util.Objects.requireNonNull;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Clients are let in once this replica knows what the others know. */
@Component
class EventLogHealthIndicator implements HealthIndicator {

    private final EventLog log;

    EventLogHealthIndicator(EventLog log) {
        this.log = requireNonNull(log, "log is null");
    }

    @Override
    public Health health() {
        return (log.isCaughtUp() ? Health.up() : Health.outOfService())
                .withDetail("lag", log.lag())
                .build();
    }
}
