package com.ceoplatform.voice.speech.audio;

import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** RIFF/WAVE with integer or float samples. A file that ends before its declared data is refused, never half understood. */
final class WavDecoder {

    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FMT_ID = 0x20746D66;
    private static final int DATA_ID = 0x61746164;
    /** Written by encoders that stream into a pipe and cannot know the length. */
    private static final long UNKNOWN_SIZE = 0xFFFFFFFFL;

    private WavDecoder() {}

    static Audio decode(byte[] content, AudioLimits limits) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        WavFormat format = null;
        int at = RIFF_HEADER;
        while (content.length - at >= CHUNK_HEADER) {
            int id = bytes.getInt(at);
            long declared = Integer.toUnsignedLong(bytes.getInt(at + 4));
            at += CHUNK_HEADER;
            ByteBuffer chunk =
                    chunk(bytes, at, id == DATA_ID && declared == UNKNOWN_SIZE ? content.length - at : declared);
            if (id == DATA_ID) {
                return toAudio(chunk, format, limits);
            }
            if (id == FMT_ID) {
                format = WavFormat.read(chunk);
            }
            // Chunks are padded to even lengths.
            at += Math.min(chunk.limit() + (chunk.limit() & 1), content.length - at);
        }
        throw corrupt("The WAV file ends before its data");
    }

    private static ByteBuffer chunk(ByteBuffer bytes, int at, long declared) {
        int available = bytes.limit() - at;
        if (declared > available) {
            throw corrupt(
                    "The WAV file is cut off: a part declares %d bytes, %d are there".formatted(declared, available));
        }
        return bytes.slice(at, (int) declared).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Audio toAudio(ByteBuffer data, @Nullable WavFormat format, AudioLimits limits) {
        if (format == null) {
            throw corrupt("The WAV file has no format before its data");
        }
        int frames = data.limit() / format.frameBytes();
        if (frames == 0) {
            throw corrupt("The WAV file holds no samples");
        }
        double seconds = frames / (double) format.sampleRate();
        if (seconds > limits.maxSeconds()) {
            throw new SpeechException(
                    SpeechFailure.TOO_LONG,
                    "The audio lasts %.1f s, at most %.1f s are accepted".formatted(seconds, limits.maxSeconds()));
        }
        return Audio.ofSamples(Resampler.resample(mono(data, format, frames), format.sampleRate(), Audio.SAMPLE_RATE));
    }

    private static float[] mono(ByteBuffer data, WavFormat format, int frames) {
        float[] mono = new float[frames];
        for (int frame = 0; frame < frames; frame++) {
            float sum = 0;
            for (int channel = 0; channel < format.channels(); channel++) {
                sum += format.sample(data, frame, channel);
            }
            mono[frame] = sum / format.channels();
        }
        return mono;
    }

    static SpeechException corrupt(String message) {
        return new SpeechException(SpeechFailure.CORRUPT_AUDIO, message);
    }
}
