package com.ceoplatform.voice.speech.audio;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.PointerPointer;

/** An opened container with the decoder of its sound. */
final class FfmpegSource implements AutoCloseable {

    private static final String CODECS = "opus,vorbis,mp3float,mp3,aac";

    private final AVFormatContext container;
    private final AVCodecContext codec;
    private final int streamIndex;

    private FfmpegSource(AVFormatContext container, AVCodecContext codec, int streamIndex) {
        this.container = container;
        this.codec = codec;
        this.streamIndex = streamIndex;
    }

    static FfmpegSource open(MemoryInput input, AudioFormat format) {
        // A damaged file is the sender's problem and told to the sender; FFmpeg would write it to standard error.
        av_log_set_level(AV_LOG_QUIET);
        AVFormatContext container = openContainer(input, format);
        try {
            int streamIndex = av_find_best_stream(container, AVMEDIA_TYPE_AUDIO, -1, -1, (PointerPointer<?>) null, 0);
            if (streamIndex < 0) {
                throw corrupt(format, "holds no sound");
            }
            AVCodecContext codec = openCodec(container.streams(streamIndex).codecpar(), format);
            return new FfmpegSource(container, codec, streamIndex);
        } catch (SpeechException e) {
            avformat_close_input(container);
            throw e;
        }
    }

    private static AVFormatContext openContainer(MemoryInput input, AudioFormat format) {
        AVFormatContext container = avformat_alloc_context();
        container.pb(input.context());
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "protocol_whitelist", "none", 0);
        av_dict_set(options, "codec_whitelist", CODECS, 0);
        int opened = avformat_open_input(container, "", av_find_input_format(demuxer(format)), options);
        av_dict_free(options);
        if (opened < 0) {
            throw corrupt(format, "is damaged or cut off");
        }
        if (avformat_find_stream_info(container, (PointerPointer<?>) null) < 0) {
            avformat_close_input(container);
            throw corrupt(format, "is damaged or cut off");
        }
        return container;
    }

    private static AVCodecContext openCodec(AVCodecParameters parameters, AudioFormat format) {
        AVCodec decoder = avcodec_find_decoder(parameters.codec_id());
        AVCodecContext codec = avcodec_alloc_context3(decoder);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "codec_whitelist", CODECS, 0);
        av_dict_set(options, "threads", "1", 0);
        boolean open = decoder != null
                && avcodec_parameters_to_context(codec, parameters) >= 0
                && avcodec_open2(codec, decoder, options) >= 0;
        av_dict_free(options);
        if (!open) {
            avcodec_free_context(codec);
            throw new SpeechException(
                    SpeechFailure.UNSUPPORTED_FORMAT,
                    "The %s file uses a codec that is not supported; Opus, Vorbis, MP3 and AAC are".formatted(format));
        }
        return codec;
    }

    private static String demuxer(AudioFormat format) {
        return switch (format) {
            case WAV -> "wav";
            case OGG -> "ogg";
            case WEBM -> "matroska";
            case MP3 -> "mp3";
            case MP4 -> "mov";
        };
    }

    private static SpeechException corrupt(AudioFormat format, String what) {
        return new SpeechException(SpeechFailure.CORRUPT_AUDIO, "The %s file %s".formatted(format, what));
    }

    AVFormatContext container() {
        return container;
    }

    AVCodecContext codec() {
        return codec;
    }

    int streamIndex() {
        return streamIndex;
    }

    @Override
    public void close() {
        avcodec_free_context(codec);
        avformat_close_input(container);
    }
}
