package com.ceoplatform.channel.localstore;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpRange;

/** Sends an object, or the range of it that was asked for (RFC 9110, 14.2), with the headers that the address demands. */
final class ObjectAnswer {

    /** Parameters of a signed address that become headers of its answer. */
    private static final Map<String, String> OVERRIDES = Map.of(
            "response-content-type", "Content-Type",
            "response-content-disposition", "Content-Disposition",
            "response-cache-control", "Cache-Control");

    private ObjectAnswer() {}

    static void send(Path object, Map<String, String> query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long size = Files.size(object);
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("ETag", etag(object));
        response.setDateHeader(
                "Last-Modified", Files.getLastModifiedTime(object).toMillis());
        response.setContentType("application/octet-stream");
        OVERRIDES.forEach((parameter, header) -> {
            String value = query.get(parameter);
            if (value != null) {
                response.setHeader(header, value);
            }
        });
        long from = 0;
        long length = size;
        List<HttpRange> ranges = ranges(request, size);
        if (ranges.size() == 1) {
            from = ranges.getFirst().getRangeStart(size);
            length = ranges.getFirst().getRangeEnd(size) - from + 1;
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", "bytes %d-%d/%d".formatted(from, from + length - 1, size));
        }
        response.setContentLengthLong(length);
        if (!request.getMethod().equals("HEAD")) {
            copy(object, from, length, response.getOutputStream());
        }
    }

    /** Several ranges at once are answered with the whole, as S3 does. */
    private static List<HttpRange> ranges(HttpServletRequest request, long size) throws S3Refusal {
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(request.getHeader("Range"));
            if (ranges.size() == 1 && ranges.getFirst().getRangeStart(size) >= size) {
                throw S3Refusal.invalidRange();
            }
            return ranges;
        } catch (IllegalArgumentException noRange) {
            throw S3Refusal.invalidRange();
        }
    }

    private static void copy(Path object, long from, long length, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long left = length;
        try (InputStream content = Files.newInputStream(object)) {
            content.skipNBytes(from);
            int read = 0;
            while (left > 0 && read >= 0) {
                read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read > 0) {
                    out.write(buffer, 0, read);
                    left -= read;
                }
            }
        }
    }

    /** An object never changes, so its age and size tell it from any other under its name. */
    static String etag(Path object) throws IOException {
        return "\"%x-%x\"".formatted(Files.getLastModifiedTime(object).toMillis(), Files.size(object));
    }
}
