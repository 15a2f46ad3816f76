package com.ceoplatform.voice.command;

import com.ceoplatform.common.id.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** This process, as one that executes commands. */
@Component
public class LeaseHolder {

    /** How long a process may be silent before another one takes over. */
    public static final Duration DURATION = Duration.ofSeconds(6);

    private final UUID owner = Ids.next();
    private final Clock clock;

    LeaseHolder(Clock clock) {
        this.clock = clock;
    }

    public UUID owner() {
        return owner;
    }

    public Lease grant() {
        return new Lease(owner, clock.instant().plus(DURATION));
    }
}
