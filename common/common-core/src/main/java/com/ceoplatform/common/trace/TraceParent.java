package com.ceoplatform.common.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code traceparent} of W3C Trace Context level 1: trace id, parent id, flags. */
public record TraceParent(String traceId, String spanId, String flags) {

    public static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** The context that came in, or a new one when it is absent or malformed. */
    public static TraceParent continuing(@Nullable String header) {
        if (header == null || !FORM.matcher(header).matches()) {
            return new TraceParent(randomHex(16), randomHex(8), "01");
        }
        return new TraceParent(header.substring(3, 35), header.substring(36, 52), header.substring(53));
    }

    /** The same trace, one step further. */
    public TraceParent child() {
        return new TraceParent(traceId, randomHex(8), flags);
    }

    public String header() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
