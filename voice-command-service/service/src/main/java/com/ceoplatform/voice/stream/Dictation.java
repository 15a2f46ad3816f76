package com.ceoplatform.voice.stream;

import com.ceoplatform.voice.intake.Completeness;
import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.SpeechFailure;
import com.ceoplatform.voice.speech.Stretch;
import com.ceoplatform.voice.speech.activity.LiveSpeech;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One utterance: sound comes in on the connection's thread, and one other thread asks what there is to do with it. */
final class Dictation {

    private final LiveSpeech speech;
    private final StreamSettings settings;
    private final Duration longest;
    private final boolean partials;
    private State state = State.SPEAKING;
    private @Nullable SpeechFailure failure;
    private int taken;
    private int attempted;
    private @Nullable Stretch hesitated;
    private @Nullable Stretch judged;
    private Completeness completeness = Completeness.PARTIAL;
    private long lastAttempt = System.nanoTime();
    private long lastSound = System.nanoTime();
    private long ended;

    private enum State {
        SPEAKING,
        ENDED,
        DROPPED
    }

    /** What is to be done next. */
    sealed interface Task {

        /** These words will not change any more. */
        record Finished(Audio sound, Stretch stretch) implements Task {}

        /** These words will not change either, unless the speaker goes on within a moment. */
        record Hesitant(Audio sound, Stretch stretch) implements Task {}

        /** The beginning of a sentence, for a first impression. */
        record Unfinished(Audio sound, Stretch stretch) implements Task {}

        /**
         * There will be no more.
         *
         * @param sound all of it, as it came
         * @param endedNanos when the end was found, on the clock of {@link System#nanoTime()}
         */
        record Over(ByteBuffer sound, long endedNanos) implements Task {}

        /** It cannot become a command. */
        record Failed(SpeechFailure why) implements Task {}

        /** The speaker has gone, or has thought better of it. */
        record Dropped() implements Task {}
    }

    /** @param longest so long may it be; longer ones are refused as an upload is */
    Dictation(LiveSpeech speech, StreamSettings settings, Duration longest, boolean partials) {
        this.speech = speech;
        this.settings = settings;
        this.longest = longest;
        this.partials = partials;
    }

    /** More sound; what comes after the end is none of this utterance. */
    synchronized void append(short[] samples) {
        if (state != State.SPEAKING) {
            return;
        }
        lastSound = System.nanoTime();
        if (speech.duration().plus(Audio.durationOf(samples.length)).compareTo(longest) > 0) {
            fail(SpeechFailure.TOO_LONG);
            return;
        }
        speech.append(samples);
        if (hasEnded()) {
            end();
        } else if (!speech.hasSpeech() && speech.duration().compareTo(settings.noSpeech()) > 0) {
            fail(SpeechFailure.NO_SPEECH);
        }
        notifyAll();
    }

    /** How complete is what was said up to the end of this stretch: the more it is, the less silence is the end. */
    synchronized void judged(Stretch last, Completeness upToThere) {
        judged = last;
        completeness = upToThere;
        if (state == State.SPEAKING && hasEnded()) {
            end();
            notifyAll();
        }
    }

    private boolean hasEnded() {
        return speech.hasEnded() || (speech.endsWith(judged) && speech.isSilentFor(settings.endAfter(completeness)));
    }

    /** The speaker says that this was all; false when it was over before. */
    synchronized boolean stop() {
        boolean speaking = state == State.SPEAKING;
        if (speaking) {
            end();
            notifyAll();
        }
        return speaking;
    }

    /** Nothing comes of it; false when it was over before. */
    synchronized boolean drop() {
        boolean speaking = state == State.SPEAKING;
        if (speaking) {
            state = State.DROPPED;
            notifyAll();
        }
        return speaking;
    }

    private void end() {
        speech.end();
        state = State.ENDED;
        ended = System.nanoTime();
    }

    private void fail(SpeechFailure why) {
        state = State.DROPPED;
        failure = why;
        notifyAll();
    }

    boolean wantsPartials() {
        return partials;
    }

    synchronized boolean isSpeaking() {
        return state == State.SPEAKING;
    }

    /** Whether its sound has failed to come for too long. */
    synchronized boolean isStalled() {
        return state == State.SPEAKING
                && System.nanoTime() - lastSound > settings.stalled().toNanos();
    }

    /**
     * Waits for more to do; the words of finished stretches come in order, each once, and all before the end. Whether there is
     * something to do can change with every piece of sound, which wakes who waits.
     */
    synchronized Task next() throws InterruptedException {
        while (true) {
            if (state == State.DROPPED) {
                return failure == null ? new Task.Dropped() : new Task.Failed(failure);
            }
            List<Stretch> finished = speech.finished();
            if (taken < finished.size()) {
                attempted = 0;
                Stretch stretch = finished.get(taken++);
                return new Task.Finished(speech.audio(stretch), stretch);
            }
            if (state == State.ENDED) {
                return new Task.Over(speech.sound(), ended);
            }
            Optional<Task> impression = speech.unfinished().flatMap(this::impression);
            if (impression.isPresent()) {
                return impression.get();
            }
            await(settings.stalled().toNanos());
        }
    }

    private Optional<Task> impression(Stretch stretch) {
        if (speech.isSilent()) {
            boolean known = !speech.mayHaveEnded() || stretch.equals(hesitated);
            hesitated = known ? hesitated : stretch;
            return known ? Optional.empty() : Optional.of(new Task.Hesitant(speech.audio(stretch), stretch));
        }
        long now = System.nanoTime();
        boolean due = now - lastAttempt >= settings.partialInterval().toNanos();
        if (!partials || !due || stretch.length() <= attempted) {
            return Optional.empty();
        }
        lastAttempt = now;
        attempted = stretch.length();
        return Optional.of(new Task.Unfinished(speech.audio(stretch), stretch));
    }

    /** Waits for something to happen, at most so long. */
    @SuppressWarnings("WaitNotInLoop") // callers look again
    synchronized void await(long nanos) throws InterruptedException {
        wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
    }
}
