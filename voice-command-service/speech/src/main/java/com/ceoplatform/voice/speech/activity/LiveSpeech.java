package com.ceoplatform.voice.speech.activity;

import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.Stretch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One utterance while it still comes in. Cuts it exactly as a recording of it would be cut, so that the words are the same.
 * Not safe for concurrent use.
 */
public final class LiveSpeech {

    private static final int FRAME = VoiceActivityDetector.FRAME;
    /** 64 ms: more than the gaps within words. */
    private static final int BREATH_FRAMES = 2;

    private static final float FULL_SCALE = 32_768f;

    private final VoiceActivityDetector.Track track;
    private final int endFrames;
    private short[] samples = new short[4 * Audio.SAMPLE_RATE];
    private int length;
    private float[] probabilities = new float[128];
    private int frames;
    private List<Stretch> stretches = List.of();
    private boolean over;

    /** @param endOfSpeech so much silence after speech is its end */
    public LiveSpeech(VoiceActivityDetector detector, Duration endOfSpeech) {
        this.track = detector.track();
        this.endFrames = Math.max(SpeechChunker.PAUSE_FRAMES, frames(endOfSpeech));
    }

    /** Mono, 16 kHz; not after the end. */
    public void append(short[] more) {
        if (over) {
            throw new IllegalStateException("the utterance is over");
        }
        if (length + more.length > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + more.length));
        }
        System.arraycopy(more, 0, samples, length, more.length);
        length += more.length;
        while ((frames + 1) * FRAME <= length) {
            listen();
        }
        stretches = SpeechChunker.stretches(Arrays.copyOf(probabilities, frames), length);
    }

    /** Nothing more will come: what is there is all. */
    public void end() {
        if (!over && frames * FRAME < length) {
            listen();
        }
        over = true;
        stretches = SpeechChunker.stretches(Arrays.copyOf(probabilities, frames), length);
    }

    private void listen() {
        if (frames == probabilities.length) {
            probabilities = Arrays.copyOf(probabilities, 2 * frames);
        }
        probabilities[frames] = track.next(slice(frames * FRAME, (frames + 1) * FRAME));
        frames++;
    }

    /** What was said up to its last pause; these stretches do not change any more. */
    public List<Stretch> finished() {
        boolean lastIsFinished = over || silentFrames() >= SpeechChunker.PAUSE_FRAMES;
        return lastIsFinished ? stretches : stretches.subList(0, Math.max(0, stretches.size() - 1));
    }

    /** What is being said right now. */
    public Optional<Stretch> unfinished() {
        return finished().size() == stretches.size() ? Optional.empty() : Optional.of(stretches.getLast());
    }

    /** Whether the speaker has paused, if only to breathe. */
    public boolean isSilent() {
        return silentFrames() >= BREATH_FRAMES;
    }

    /** Whether what is being said would stay as it is if nothing more came. */
    public boolean mayHaveEnded() {
        return !stretches.isEmpty() && stretches.getLast().tail() == SpeechChunker.TAIL;
    }

    /** Whether somebody spoke and has been silent since for as long as ends an utterance. */
    public boolean hasEnded() {
        return isSilentSince(endFrames);
    }

    /** Whether somebody spoke and has been silent since for so long, but at least for as long as a pause. */
    public boolean isSilentFor(Duration time) {
        return isSilentSince(Math.max(SpeechChunker.PAUSE_FRAMES, frames(time)));
    }

    private boolean isSilentSince(int silent) {
        boolean nobodyStartsAgain = frames > 0 && !SpeechChunker.starts(probabilities[frames - 1]);
        return !stretches.isEmpty() && silentFrames() >= silent && nobodyStartsAgain;
    }

    /** Whether nothing was said after this stretch; false for none. */
    public boolean endsWith(@Nullable Stretch stretch) {
        return !stretches.isEmpty() && stretches.getLast().equals(stretch);
    }

    public boolean hasSpeech() {
        return !stretches.isEmpty();
    }

    public Duration duration() {
        return Audio.durationOf(length);
    }

    /** The sound of a stretch, with its margins and nothing else. */
    public Audio audio(Stretch stretch) {
        return Audio.ofSamples(slice(stretch.from(), stretch.to()));
    }

    /** All sound so far: 16-bit samples, little-endian. */
    public ByteBuffer sound() {
        ByteBuffer bytes = ByteBuffer.allocate(length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples, 0, length);
        return bytes;
    }

    private int silentFrames() {
        return stretches.isEmpty() ? 0 : frames - (stretches.getLast().end() + FRAME - 1) / FRAME;
    }

    private float[] slice(int from, int to) {
        float[] slice = new float[to - from];
        for (int index = from; index < Math.min(to, length); index++) {
            slice[index - from] = samples[index] / FULL_SCALE;
        }
        return slice;
    }

    private static int frames(Duration time) {
        return (int) (time.toMillis() * Audio.SAMPLE_RATE / 1000 / FRAME);
    }
}
