package com.ceoplatform.voice.speech.audio;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_double;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert_frame;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_is_initialized;

import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/** Decoded frames of any rate and channels to 16 kHz mono. Takes its settings from the first frame. */
final class FfmpegResampler implements AutoCloseable {

    private final SwrContext context = swr_alloc();
    private final AVFrame converted = av_frame_alloc();

    FfmpegResampler() {
        // Otherwise two equal channels add up to more than full scale.
        av_opt_set_double(context, "rematrix_maxval", 1, 0);
    }

    void resample(AVFrame frame, SampleBuffer target) {
        convert(frame, target);
    }

    /** What the filter still holds back. */
    void drain(SampleBuffer target) {
        if (swr_is_initialized(context) != 0) {
            convert(null, target);
        }
    }

    private void convert(@Nullable AVFrame frame, SampleBuffer target) {
        av_frame_unref(converted);
        converted.format(AV_SAMPLE_FMT_FLT).sample_rate(Audio.SAMPLE_RATE);
        av_channel_layout_default(converted.ch_layout(), 1);
        if (swr_convert_frame(context, converted, frame) < 0) {
            throw new SpeechException(
                    SpeechFailure.CORRUPT_AUDIO, "The audio changes its sample rate or channels half-way");
        }
        if (converted.nb_samples() > 0) {
            FloatPointer samples = new FloatPointer(converted.data(0)).capacity(converted.nb_samples());
            target.append(samples.asBuffer());
        }
    }

    @Override
    public void close() {
        av_frame_free(converted);
        swr_free(context);
    }
}
