package com.ceoplatform.voice.recognition;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows whether speech can be recognised. Without it the service is well: it takes text. */
@Component("speechHealthIndicator")
class SpeechHealth implements HealthIndicator {

    private final SpeechEngine engine;

    SpeechHealth(SpeechEngine engine) {
        this.engine = engine;
    }

    @Override
    public Health health() {
        Health.Builder health =
                engine.isReady() ? Health.up() : Health.unknown().withDetail("reason", engine.reason());
        return health.withDetail("recogniser", engine.kind()).build();
    }
}
