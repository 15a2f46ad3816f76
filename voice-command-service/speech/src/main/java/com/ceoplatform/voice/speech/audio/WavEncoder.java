package com.ceoplatform.voice.speech.audio;

import com.ceoplatform.voice.speech.Audio;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes 16 kHz mono WAV with 16-bit samples, which every recogniser reads. */
public final class WavEncoder {

    private static final int HEADER = 44;

    private WavEncoder() {}

    public static byte[] encode(Audio audio) {
        float[] samples = audio.samples();
        ByteBuffer pcm = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : samples) {
            pcm.putShort((short) Math.clamp(Math.round(sample * 32_768f), Short.MIN_VALUE, Short.MAX_VALUE));
        }
        return encode(pcm.flip());
    }

    /** Of samples as they stand in the file. */
    public static byte[] encode(ByteBuffer pcm) {
        int size = pcm.remaining();
        ByteBuffer wav = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + size).put(ascii("WAVEfmt "));
        wav.putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(Audio.SAMPLE_RATE)
                .putInt(Audio.SAMPLE_RATE * 2)
                .putShort((short) 2)
                .putShort((short) 16);
        wav.put(ascii("data")).putInt(size).put(pcm.duplicate());
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
