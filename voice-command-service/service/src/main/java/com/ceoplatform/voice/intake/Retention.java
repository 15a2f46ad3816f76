package com.ceoplatform.voice.intake;

import com.ceoplatform.voice.command.CommandHistory;
import com.ceoplatform.voice.config.VoiceSettings;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what was said, once it has been kept as long as configured. */
@Component
class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final CommandHistory history;
    private final VoiceSettings settings;
    private final Clock clock;

    Retention(CommandHistory history, VoiceSettings settings, Clock clock) {
        this.history = history;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void forgetOld() {
        int forgotten = history.forgetBefore(clock.instant().minus(settings.historyKept()));
        if (forgotten > 0) {
            LOG.info("Forgot {} commands older than {}", forgotten, settings.historyKept());
        }
    }
}
