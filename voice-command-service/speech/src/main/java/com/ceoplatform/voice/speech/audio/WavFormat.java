package com.ceoplatform.voice.speech.audio;

import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The {@code fmt} chunk of a WAV file, and how to read one sample of it. */
record WavFormat(Encoding encoding, int channels, int sampleRate) {

    private static final int MIN_SIZE = 16;
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int SUB_FORMAT_OFFSET = 24;
    private static final int MAX_CHANNELS = 8;
    private static final int MIN_RATE = 4_000;
    private static final int MAX_RATE = 384_000;

    enum Encoding {
        UNSIGNED_8(PCM, 1),
        SIGNED_16(PCM, 2),
        SIGNED_24(PCM, 3),
        SIGNED_32(PCM, 4),
        FLOAT_32(FLOAT, 4),
        FLOAT_64(FLOAT, 8);

        private final int tag;
        private final int bytes;

        Encoding(int tag, int bytes) {
            this.tag = tag;
            this.bytes = bytes;
        }
    }

    static WavFormat read(ByteBuffer chunk) {
        if (chunk.limit() < MIN_SIZE) {
            throw WavDecoder.corrupt(
                    "The WAV format chunk has %d bytes, at least 16 are needed".formatted(chunk.limit()));
        }
        int tag = Short.toUnsignedInt(chunk.getShort(0));
        if (tag == EXTENSIBLE && chunk.limit() >= SUB_FORMAT_OFFSET + 2) {
            tag = Short.toUnsignedInt(chunk.getShort(SUB_FORMAT_OFFSET));
        }
        int channels = Short.toUnsignedInt(chunk.getShort(2));
        int sampleRate = chunk.getInt(4);
        int bits = Short.toUnsignedInt(chunk.getShort(14));
        WavFormat format = new WavFormat(encoding(tag, bits), channels, sampleRate);
        format.requireSound(Short.toUnsignedInt(chunk.getShort(12)));
        return format;
    }

    private void requireSound(int declaredFrameBytes) {
        if (channels < 1 || channels > MAX_CHANNELS) {
            throw WavDecoder.corrupt("The WAV file declares %d channels".formatted(channels));
        }
        if (sampleRate < MIN_RATE || sampleRate > MAX_RATE) {
            throw WavDecoder.corrupt(
                    "The WAV file declares %d samples per second".formatted(Integer.toUnsignedLong(sampleRate)));
        }
        if (declaredFrameBytes != frameBytes()) {
            throw WavDecoder.corrupt("The WAV file declares frames of %d bytes, its format makes %d"
                    .formatted(declaredFrameBytes, frameBytes()));
        }
    }

    private static Encoding encoding(int tag, int bits) {
        return Arrays.stream(Encoding.values())
                .filter(encoding -> encoding.tag == tag && encoding.bytes * Byte.SIZE == bits)
                .findFirst()
                .orElseThrow(() -> new SpeechException(
                        SpeechFailure.UNSUPPORTED_FORMAT,
                        "The WAV encoding %d with %d bits is not supported; PCM and float are".formatted(tag, bits)));
    }

    int frameBytes() {
        return channels * encoding.bytes;
    }

    float sample(ByteBuffer data, int frame, int channel) {
        int at = frame * frameBytes() + channel * encoding.bytes;
        return switch (encoding) {
            case UNSIGNED_8 -> (Byte.toUnsignedInt(data.get(at)) - 128) / 128f;
            case SIGNED_16 -> data.getShort(at) / 32_768f;
            case SIGNED_24 -> (data.get(at + 2) << 16 | Short.toUnsignedInt(data.getShort(at))) / 8_388_608f;
            case SIGNED_32 -> (float) (data.getInt(at) / 2_147_483_648.0);
            case FLOAT_32 -> bounded(data.getFloat(at));
            case FLOAT_64 -> bounded(data.getDouble(at));
        };
    }

    /** Float files may hold anything, infinities included. */
    private static float bounded(double value) {
        return Double.isNaN(value) ? 0 : (float) Math.clamp(value, -1, 1);
    }
}
