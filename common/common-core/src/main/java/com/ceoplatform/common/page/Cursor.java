package com.ceoplatform.common.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.time.StorableTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The sort key of the last item of a page, opaque to clients: its parts are written one after the other, separated by
 * the unit separator, and encoded as URL-safe Base64. A forged or damaged cursor is 400 {@code invalid_parameter}.
 */
public record Cursor(List<String> parts) {

    private static final char SEPARATOR = '\u001f';

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(Object... parts) {
        List<String> texts = new ArrayList<>(parts.length);
        for (Object part : parts) {
            texts.add(part.toString());
        }
        return new Cursor(texts);
    }

    /** Reads a cursor that must have exactly {@code size} parts. */
    public static Cursor decode(String text, int size) {
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            List<String> parts = List.of(joined.split(String.valueOf(SEPARATOR), -1));
            if (parts.size() == size) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException notBase64) {
            // Told to the client below, like every other damage.
        }
        throw invalid();
    }

    public String encode() {
        String joined = String.join(String.valueOf(SEPARATOR), parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(UTF_8));
    }

    public String text(int index) {
        return parts.get(index);
    }

    public UUID uuid(int index) {
        return read(index, UUID::fromString);
    }

    public Instant instant(int index) {
        return read(index, StorableTime::parse);
    }

    public long number(int index) {
        return read(index, Long::parseLong);
    }

    private <T> T read(int index, Function<String, T> reader) {
        try {
            return reader.apply(parts.get(index));
        } catch (IllegalArgumentException | DateTimeException damaged) {
            throw invalid();
        }
    }

    private static DomainException invalid() {
        return DomainException.invalidParameter("cursor", "is not a cursor that this list gave out");
    }
}
