package com.ceoplatform.channel.upload;

import java.util.List;
import java.util.stream.LongStream;

/** A part's place in its file; parts count from 1, offsets from 0. */
record PartRange(int number, long offset, long size) {

    /** Divides a file into parts of one size, the last of which may be smaller. */
    static List<PartRange> of(long fileSize, long partSize) {
        long parts = Math.ceilDiv(fileSize, partSize);
        return LongStream.range(0, parts)
                .mapToObj(index -> new PartRange(
                        Math.toIntExact(index + 1), index * partSize, Math.min(partSize, fileSize - index * partSize)))
                .toList();
    }
}
