package com.ceoplatform.channel.upload;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.file.FileSettings;
import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.ErrorKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at the bytes of a file: what they are, and whether they are what was announced. */
@Component
class Inspection {

    private static final int HEAD = 64 * 1024;

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final MediaTypeRegistry registry = types.getMediaTypeRegistry();
    private final List<MediaType> refused;

    Inspection(FileSettings settings) {
        refused = settings.refusedTypes().stream()
                .map(MediaType::parse)
                .map(type -> requireNonNull(type, "platform.files.refused-types has something that is no media type"))
                .map(registry::normalize)
                .toList();
    }

    /** What the bytes turned out to be. */
    record Finding(long size, String sha256, MediaType type) {}

    /** Reads everything. The name only tells apart what looks alike, such as the kinds of ZIP. */
    Finding look(InputStream content, String name) throws IOException {
        MessageDigest digest = sha256();
        try (BufferedInputStream in = new BufferedInputStream(new DigestInputStream(content, digest), HEAD)) {
            Metadata metadata = new Metadata();
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
            MediaType type = types.detect(in, metadata);
            long size = in.transferTo(OutputStream.nullOutputStream());
            return new Finding(size, HexFormat.of().formatHex(digest.digest()), type);
        }
    }

    /**
     * 422 {@code checksum_mismatch}, {@code file_type_refused} or {@code file_type_mismatch}.
     *
     * @param declaredType null when the client did not say
     */
    void require(Finding finding, long size, String sha256, @Nullable String declaredType) {
        if (finding.size() != size || !finding.sha256().equalsIgnoreCase(sha256)) {
            throw refusal(
                    "checksum_mismatch",
                    "The bytes are not those that were announced; upload the file again.",
                    Map.of());
        }
        Map<String, String> found = Map.of("contentType", finding.type().toString());
        if (refused.stream().anyMatch(type -> isKindOf(finding.type(), type))) {
            throw refusal("file_type_refused", "Files of this type may not be stored here.", found);
        }
        if (declaredType != null && !agree(MediaType.parse(declaredType), finding.type())) {
            throw refusal("file_type_mismatch", "The content is of another type than was announced.", found);
        }
    }

    /** One may be a kind of the other, and one text is easily taken for another; unknown types cannot be judged. */
    private boolean agree(@Nullable MediaType announced, MediaType found) {
        if (announced == null || MediaType.OCTET_STREAM.equals(found)) {
            return true;
        }
        MediaType declared = registry.normalize(announced.getBaseType());
        return !registry.getTypes().contains(declared)
                || isKindOf(declared, found)
                || isKindOf(found, declared)
                || (isKindOf(declared, MediaType.TEXT_PLAIN) && isKindOf(found, MediaType.TEXT_PLAIN));
    }

    private boolean isKindOf(MediaType one, MediaType other) {
        return one.equals(other) || registry.isSpecializationOf(one, other);
    }

    private static DomainException refusal(String code, String detail, Map<String, String> properties) {
        return new DomainException(ErrorKind.INVALID, code, detail, properties);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
