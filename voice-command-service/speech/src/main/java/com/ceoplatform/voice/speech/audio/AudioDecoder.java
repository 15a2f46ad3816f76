package com.ceoplatform.voice.speech.audio;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;

/** Bytes of WAV, Ogg, WebM, MP3 or M4A to 16 kHz mono. The content decides, whatever name or type it came with. */
public final class AudioDecoder {

    private final AudioLimits limits;

    public AudioDecoder(AudioLimits limits) {
        this.limits = requireNonNull(limits, "limits is null");
    }

    /**
     * Decodes all of it.
     *
     * @throws SpeechException TOO_LONG, UNSUPPORTED_FORMAT or CORRUPT_AUDIO
     */
    public Audio decode(byte[] content) {
        if (content.length == 0) {
            throw new SpeechException(SpeechFailure.CORRUPT_AUDIO, "The audio is empty");
        }
        if (content.length > limits.maxBytes()) {
            throw new SpeechException(
                    SpeechFailure.TOO_LONG,
                    "The audio has %d bytes, at most %d are accepted".formatted(content.length, limits.maxBytes()));
        }
        AudioFormat format = AudioFormat.sniff(content)
                .orElseThrow(() -> new SpeechException(
                        SpeechFailure.UNSUPPORTED_FORMAT,
                        "The content is not audio of a known format (WAV, Ogg, WebM, MP3, M4A)"));
        return switch (format) {
            case WAV -> WavDecoder.decode(content, limits);
            case OGG, WEBM, MP3, MP4 -> FfmpegDecoder.decode(content, format, limits);
        };
    }
}
