package com.ceoplatform.voice.speech.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Sounds and WAV files made on the spot. */
final class TestAudio {

    private TestAudio() {}

    static float[] tone(double frequency, int sampleRate, double seconds) {
        float[] samples = new float[(int) (sampleRate * seconds)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * frequency * i / sampleRate));
        }
        return samples;
    }

    static double level(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }

    /** Rising zero crossings per second: the frequency of a tone. */
    static double frequency(float[] samples, int sampleRate) {
        int crossings = 0;
        for (int i = 1; i < samples.length; i++) {
            if (samples[i - 1] < 0 && samples[i] >= 0) {
                crossings++;
            }
        }
        return crossings * (double) sampleRate / samples.length;
    }

    static byte[] wav(int tag, int bits, int channels, int sampleRate, byte[] data) {
        return wav(tag, bits, channels, sampleRate, data, data.length);
    }

    static byte[] wav(int tag, int bits, int channels, int sampleRate, byte[] data, int declaredSize) {
        ByteBuffer wav = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + data.length).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) tag).putShort((short) channels).putInt(sampleRate);
        wav.putInt(sampleRate * channels * bits / 8).putShort((short) (channels * bits / 8));
        wav.putShort((short) bits).put(ascii("data")).putInt(declaredSize).put(data);
        return wav.array();
    }

    static byte[] data(int tag, int bits, int channels, float[] samples) {
        ByteBuffer data =
                ByteBuffer.allocate(samples.length * channels * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : samples) {
            for (int channel = 0; channel < channels; channel++) {
                put(data, tag, bits, sample);
            }
        }
        return data.array();
    }

    private static void put(ByteBuffer data, int tag, int bits, float sample) {
        switch (tag * 100 + bits) {
            case 108 -> data.put((byte) (sample * 127 + 128));
            case 116 -> data.putShort((short) (sample * 32_767));
            case 124 -> {
                int value = (int) (sample * 8_388_607);
                data.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
            }
            case 132 -> data.putInt((int) (sample * (double) Integer.MAX_VALUE));
            case 332 -> data.putFloat(sample);
            case 364 -> data.putDouble(sample);
            default -> throw new IllegalArgumentException("no such encoding");
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
