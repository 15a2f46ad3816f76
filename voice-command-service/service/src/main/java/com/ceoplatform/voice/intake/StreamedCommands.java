package com.ceoplatform.voice.intake;

import com.ceoplatform.common.events.EventContext;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.voice.command.CommandHistory;
import com.ceoplatform.voice.command.CommandResponse;
import com.ceoplatform.voice.command.NewCommand;
import com.ceoplatform.voice.speech.RecognitionHints;
import com.ceoplatform.voice.speech.audio.WavEncoder;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** The way in for what is spoken live; from here on it is a command like one that was uploaded. */
@Component
public class StreamedCommands {

    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(2);

    private final SpokenAudio audio;
    private final Understanding understanding;
    private final CommandIntake intake;
    private final CommandHistory history;
    private final Watch watch;

    StreamedCommands(
            SpokenAudio audio, Understanding understanding, CommandIntake intake, CommandHistory history, Watch watch) {
        this.audio = audio;
        this.understanding = understanding;
        this.intake = intake;
        this.history = history;
        this.watch = watch;
    }

    /** Who speaks. */
    public record Voice(
            Caller caller, String token, @Nullable String traceparent) {}

    /** An utterance that is going to be spoken, and what is likely to be said in it. */
    public record Announced(NewCommand.Request request, RecognitionHints hints) {}

    /**
     * An utterance that was spoken.
     *
     * @param sound all of it, 16-bit samples
     * @param endedNanos when its end was found, on the clock of {@link System#nanoTime()}
     * @param recognisedNanos when its words were there, likewise
     */
    public record Heard(
            Announced announced, String transcript, ByteBuffer sound, long endedNanos, long recognisedNanos) {}

    /**
     * Reads the request that belongs to the sound.
     *
     * @throws com.ceoplatform.common.error.DomainException 400, 422
     */
    public Announced announce(String request, Voice voice) {
        VoiceCommandRequest read = audio.read(request);
        return new Announced(read.said(), audio.hints(read, session(voice, System.nanoTime())));
    }

    /** Whether a speaker who falls silent after these words has probably said all, so that less silence is the end. */
    public Completeness completeness(Voice voice, Announced announced, String transcript) {
        return understanding.completeness(transcript, announced.request(), session(voice, System.nanoTime()));
    }

    /**
     * Does what was said, and answers as {@code POST /voice/commands} does: with the command, settled or still executing.
     *
     * @throws com.ceoplatform.common.error.DomainException 404, 409
     */
    public CommandResponse carryOut(Voice voice, Heard heard) {
        SpeakerSession session = session(voice, heard.endedNanos());
        byte[] recording = WavEncoder.encode(heard.sound());
        NewCommand said = new NewCommand(
                heard.announced().request(),
                SpokenAudio.digest(recording),
                heard.transcript(),
                Duration.ofNanos(heard.recognisedNanos() - heard.endedNanos()).toMillis());
        UUID id = within(voice, () -> intake.speak(session, said, recording));
        return awaited(voice, id, session.receivedNanos(), WaitPreference.LONGEST);
    }

    /** The command once it has settled, or as it is after two minutes. */
    public CommandResponse settled(Voice voice, UUID id) {
        return awaited(voice, id, System.nanoTime(), SETTLED_WITHIN);
    }

    private CommandResponse awaited(Voice voice, UUID id, long since, Duration atMost) {
        watch.await(id, since, atMost);
        return history.get(id, voice.caller().id());
    }

    private static UUID within(Voice voice, Supplier<UUID> work) {
        EventContext context = new EventContext(voice.caller().id(), null, null, voice.traceparent());
        try (var ignored = MDC.putCloseable("userId", voice.caller().id().toString())) {
            return context.call(work::get);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SpeakerSession session(Voice voice, long receivedNanos) {
        return new SpeakerSession(voice.caller(), voice.token(), voice.traceparent(), receivedNanos);
    }
}
