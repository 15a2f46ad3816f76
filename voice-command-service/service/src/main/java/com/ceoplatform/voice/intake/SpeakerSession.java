package com.ceoplatform.voice.intake;

import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.security.CallerAuthentication;
import com.ceoplatform.voice.language.Speaker;
import com.ceoplatform.voice.language.organisation.Role;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's request.
 *
 * @param receivedNanos its arrival, on the clock of {@link System#nanoTime()}
 */
record SpeakerSession(Caller caller, String token, @Nullable String traceparent, long receivedNanos) {

    static SpeakerSession of(CallerAuthentication authentication) {
        return new SpeakerSession(
                authentication.getPrincipal(),
                authentication.getCredentials(),
                EventContext.current().traceparent(),
                System.nanoTime());
    }

    UUID userId() {
        return caller.id();
    }

    Speaker speaker() {
        return new Speaker(
                caller.id().toString(),
                caller.name(),
                Role.valueOf(caller.role().name()),
                caller.department(),
                caller.zone());
    }

    long elapsedMs() {
        return Duration.ofNanos(System.nanoTime() - receivedNanos).toMillis();
    }
}
