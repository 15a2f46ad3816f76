package com.ceoplatform.voice.speech.audio;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Lets FFmpeg read and seek in a byte array, and stops a damaged file from making it do so for ever. */
final class MemoryInput implements AutoCloseable {

    private static final int BUFFER_SIZE = 32 * 1024;
    /** A sound file is read about once; a table at its end and probing add a little. */
    private static final int MAX_PASSES = 20;

    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;
    private static final int SEEK_END = 2;

    private final byte[] content;
    private final AVIOContext context;
    // Native code holds these callbacks: they must live as long as the context.
    private final Read_packet_Pointer_BytePointer_int reader = new Reader();
    private final Seek_Pointer_long_int seeker = new Seeker();
    private int cursor;
    private long budget;

    MemoryInput(byte[] content) {
        this.content = content;
        this.budget = (long) content.length * MAX_PASSES + BUFFER_SIZE;
        BytePointer buffer = new BytePointer(av_malloc(BUFFER_SIZE));
        this.context = avio_alloc_context(buffer, BUFFER_SIZE, 0, null, reader, null, seeker);
    }

    AVIOContext context() {
        return context;
    }

    @Override
    public void close() {
        // FFmpeg may have exchanged the buffer: free the current one.
        av_free(context.buffer());
        avio_context_free(context);
        reader.close();
        seeker.close();
    }

    private final class Reader extends Read_packet_Pointer_BytePointer_int {

        @Override
        public int call(Pointer opaque, BytePointer target, int size) {
            int length = Math.min(size, content.length - cursor);
            if (length <= 0) {
                return AVERROR_EOF;
            }
            budget -= length;
            if (budget < 0) {
                return AVERROR_EXIT;
            }
            target.put(content, cursor, length);
            cursor += length;
            return length;
        }
    }

    private final class Seeker extends Seek_Pointer_long_int {

        @Override
        public long call(Pointer opaque, long offset, int whence) {
            if (whence == AVSEEK_SIZE) {
                return content.length;
            }
            long start = switch (whence) {
                case SEEK_SET -> 0;
                case SEEK_CUR -> cursor;
                case SEEK_END -> content.length;
                default -> -1;
            };
            long target = start + offset;
            if (start < 0 || target < 0 || target > content.length) {
                return -1;
            }
            cursor = (int) target;
            return target;
        }
    }
}
