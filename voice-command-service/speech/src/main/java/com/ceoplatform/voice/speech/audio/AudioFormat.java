package com.ceoplatform.voice.speech.audio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The containers that are decoded, told apart by their first bytes. */
enum AudioFormat {
    WAV,
    OGG,
    WEBM,
    MP3,
    MP4;

    private static final byte[] EBML = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};

    static Optional<AudioFormat> sniff(byte[] content) {
        if (hasText(content, 0, "RIFF") && hasText(content, 8, "WAVE")) {
            return Optional.of(WAV);
        }
        if (hasText(content, 0, "OggS")) {
            return Optional.of(OGG);
        }
        if (startsWith(content, 0, EBML)) {
            return Optional.of(WEBM);
        }
        if (hasText(content, 4, "ftyp")) {
            return Optional.of(MP4);
        }
        if (hasText(content, 0, "ID3") || startsWithMp3Frame(content)) {
            return Optional.of(MP3);
        }
        return Optional.empty();
    }

    private static boolean hasText(byte[] content, int offset, String text) {
        return startsWith(content, offset, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean startsWith(byte[] content, int offset, byte[] expected) {
        return content.length >= offset + expected.length
                && Arrays.equals(content, offset, offset + expected.length, expected, 0, expected.length);
    }

    /** Sync bits alone also open UTF-16 text and AAC; version, layer, bit rate and sample rate must make sense too. */
    private static boolean startsWithMp3Frame(byte[] content) {
        if (content.length < 4 || content[0] != (byte) 0xFF || (content[1] & 0xE0) != 0xE0) {
            return false;
        }
        boolean knownVersion = (content[1] >> 3 & 3) != 1;
        boolean layerThree = (content[1] >> 1 & 3) == 1;
        int bitRate = content[2] >> 4 & 15;
        int sampleRate = content[2] >> 2 & 3;
        return knownVersion && layerThree && bitRate != 0 && bitRate != 15 && sampleRate != 3;
    }
}
