package com.ceoplatform.voice.history;

import com.ceoplatform.voice.command.CommandHistory;
import com.ceoplatform.voice.config.RecordingSettings;
import com.ceoplatform.voice.config.VoiceSettings;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Forgets what was said, transcripts and audio: because its speaker wants it, or because it was kept long enough. */
@Service
public class Forgetting {

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    private final CommandHistory history;
    private final Recordings recordings;
    private final VoiceSettings settings;
    private final RecordingSettings recordingSettings;
    private final Clock clock;

    Forgetting(
            CommandHistory history,
            Recordings recordings,
            VoiceSettings settings,
            RecordingSettings recordingSettings,
            Clock clock) {
        this.history = history;
        this.recordings = recordings;
        this.settings = settings;
        this.recordingSettings = recordingSettings;
        this.clock = clock;
    }

    /** @throws com.ceoplatform.common.error.DomainException 404, or 409 while it is being executed */
    public void forget(UUID commandId, UUID userId) {
        history.delete(commandId, userId);
        recordings.forget(userId, commandId);
    }

    /**
     * What was forgotten at a speaker's wish.
     *
     * @param executing commands that are still being executed and can be forgotten afterwards
     */
    public record Forgotten(int deleted, int executing) {}

    /** Everything that a speaker ever said. */
    public Forgotten forgetAll(UUID userId) {
        int deleted = history.deleteAll(userId);
        Set<UUID> left = history.executing(userId);
        recordings.forgetAll(userId, name -> left.stream().noneMatch(id -> name.equals(id.toString())));
        return new Forgotten(deleted, left.size());
    }

    /** What was kept as long as configured. */
    void forgetOld() {
        int forgotten = history.forgetBefore(clock.instant().minus(settings.historyKept()));
        if (forgotten > 0) {
            LOG.info("Forgot {} commands older than {}", forgotten, settings.historyKept());
        }
        recordings.forgetBefore(clock.instant().minus(recordingSettings.kept()));
        recordings.forgetBefore(clock.instant().minus(settings.historyKept()));
    }
}
