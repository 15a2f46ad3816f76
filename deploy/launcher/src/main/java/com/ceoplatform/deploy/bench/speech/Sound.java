package com.ceoplatform.deploy.bench.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** 16 kHz, mono, 16 bit. */
final class Sound {

    static final int RATE = 16_000;

    private static final int HEADER = 44;
    private static final int WINDOW = RATE / 100;
    /** Quieter than the loudest moment by so much is no speech: 35 dB. */
    private static final double QUIET = Math.pow(10, -35 / 20.0);

    private static final double DECIBEL = 20;

    private final short[] samples;

    Sound(short[] samples) {
        this.samples = samples;
    }

    static Sound read(Path wav) throws IOException {
        byte[] bytes = Files.readAllBytes(wav);
        int at = 12;
        while (at + 8 <= bytes.length) {
            int size = ByteBuffer.wrap(bytes, at + 4, 4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getInt();
            if (new String(bytes, at, 4, StandardCharsets.US_ASCII).equals("data")) {
                int length = Math.min(size, bytes.length - at - 8);
                short[] samples = new short[length / Short.BYTES];
                ByteBuffer.wrap(bytes, at + 8, length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asShortBuffer()
                        .get(samples);
                return new Sound(samples);
            }
            at += 8 + size + (size & 1);
        }
        throw new IOException(wav + " is no WAV file");
    }

    int length() {
        return samples.length;
    }

    double seconds() {
        return samples.length / (double) RATE;
    }

    /** A piece of it, silence beyond its end. */
    byte[] bytes(int from, int to) {
        ByteBuffer bytes = ByteBuffer.allocate((to - from) * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int index = from; index < to; index++) {
            bytes.putShort(index < samples.length ? samples[index] : 0);
        }
        return bytes.array();
    }

    byte[] wav() {
        int size = samples.length * Short.BYTES;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + size).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * Short.BYTES);
        wav.putShort((short) Short.BYTES)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(size);
        return wav.put(bytes(0, samples.length)).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * With the hum of a room in it: noise that is stronger at low frequencies, as that of fans and streets is.
     *
     * @param ratio of the power of the speech to that of the noise, in decibels; pauses do not count
     */
    Sound withNoise(double ratio, long seed) {
        double[] noise = noise(new Random(seed));
        double factor = Math.sqrt(speechPower() / power(noise)) / Math.pow(10, ratio / DECIBEL);
        short[] mixed = new short[samples.length];
        for (int index = 0; index < mixed.length; index++) {
            mixed[index] = (short)
                    Math.clamp(Math.round(samples[index] + factor * noise[index]), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return new Sound(mixed);
    }

    private double[] noise(Random random) {
        double[] noise = new double[samples.length];
        double low = 0;
        for (int index = 0; index < noise.length; index++) {
            low = 0.9 * low + random.nextGaussian();
            noise[index] = low + 0.5 * random.nextGaussian();
        }
        return noise;
    }

    private static double power(double[] wave) {
        return Arrays.stream(wave).map(value -> value * value).average().orElse(1);
    }

    private double speechPower() {
        double quiet = quiet();
        double sum = 0;
        int count = 0;
        for (int from = 0; from + WINDOW <= samples.length; from += WINDOW) {
            double power = power(from);
            if (power > quiet) {
                sum += power;
                count++;
            }
        }
        return count == 0 ? 1 : sum / count;
    }

    /** The sample after the last one of speech. */
    int endOfSpeech() {
        double quiet = quiet();
        for (int from = samples.length - WINDOW; from >= 0; from -= WINDOW) {
            if (power(from) > quiet) {
                return from + WINDOW;
            }
        }
        return samples.length;
    }

    private double quiet() {
        double loudest = 0;
        for (int from = 0; from + WINDOW <= samples.length; from += WINDOW) {
            loudest = Math.max(loudest, power(from));
        }
        return loudest * QUIET * QUIET;
    }

    private double power(int from) {
        double sum = 0;
        for (int index = from; index < from + WINDOW; index++) {
            sum += (double) samples[index] * samples[index];
        }
        return sum / WINDOW;
    }
}
