package com.ceoplatform.voice.speech.audio;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Compressed audio through FFmpeg. Single damaged packets are skipped, as every player does. */
final class FfmpegDecoder implements AutoCloseable {

    private final FfmpegSource source;
    private final FfmpegResampler resampler = new FfmpegResampler();
    private final AVFrame decoded = av_frame_alloc();
    private final SampleBuffer samples;

    private FfmpegDecoder(FfmpegSource source, AudioLimits limits) {
        this.source = source;
        this.samples = new SampleBuffer(limits);
    }

    static Audio decode(byte[] content, AudioFormat format, AudioLimits limits) {
        try (MemoryInput input = new MemoryInput(content);
                FfmpegSource source = FfmpegSource.open(input, format);
                FfmpegDecoder decoder = new FfmpegDecoder(source, limits)) {
            return decoder.decodeAll(format);
        } catch (LinkageError e) {
            throw new SpeechException(
                    SpeechFailure.UNSUPPORTED_FORMAT,
                    "%s cannot be decoded on this platform; WAV can".formatted(format),
                    e);
        }
    }

    private Audio decodeAll(AudioFormat format) {
        AVPacket packet = av_packet_alloc();
        try {
            while (av_read_frame(source.container(), packet) >= 0) {
                if (packet.stream_index() == source.streamIndex()) {
                    decode(packet);
                }
                av_packet_unref(packet);
            }
        } finally {
            av_packet_free(packet);
        }
        decode(null);
        resampler.drain(samples);
        float[] all = samples.toArray();
        if (all.length == 0) {
            throw new SpeechException(
                    SpeechFailure.CORRUPT_AUDIO, "The %s file holds no sound that can be decoded".formatted(format));
        }
        return Audio.ofSamples(all);
    }

    /** No packet tells the decoder that the end has come. */
    private void decode(@Nullable AVPacket packet) {
        if (avcodec_send_packet(source.codec(), packet) < 0) {
            return;
        }
        while (avcodec_receive_frame(source.codec(), decoded) >= 0) {
            resampler.resample(decoded, samples);
        }
    }

    @Override
    public void close() {
        av_frame_free(decoded);
        resampler.close();
    }
}
