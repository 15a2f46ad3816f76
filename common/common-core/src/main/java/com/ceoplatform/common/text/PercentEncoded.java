package com.ceoplatform.common.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The texts of an address, as they are written in it. */
public final class PercentEncoded {

    private PercentEncoded() {}

    /** Whether it stands for UTF-8 without NUL: the container cannot read anything else, and PostgreSQL stores no NUL. */
    public static boolean isText(@Nullable String encoded) {
        if (encoded == null || encoded.indexOf('%') < 0) {
            return true;
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(octets(encoded)))
                    .chars()
                    .noneMatch(c -> c == 0);
        } catch (CharacterCodingException | IllegalArgumentException noText) {
            return false;
        }
    }

    private static byte[] octets(String encoded) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(encoded.length());
        int index = 0;
        while (index < encoded.length()) {
            if (encoded.charAt(index) != '%') {
                int next = encoded.offsetByCodePoints(index, 1);
                octets.writeBytes(encoded.substring(index, next).getBytes(UTF_8));
                index = next;
            } else if (index + 3 <= encoded.length()) {
                octets.write(HexFormat.fromHexDigits(encoded, index + 1, index + 3));
                index += 3;
            } else {
                throw new IllegalArgumentException("Cut off");
            }
        }
        return octets.toByteArray();
    }
}
