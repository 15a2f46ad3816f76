package com.ceoplatform.channel.localstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What requests to the store are signed with. */
public record StoreKey(String accessKey, String secretKey) {

    private static final String ACCESS_KEY = "platform";

    /** The key kept in a directory, made on first use, so that addresses given out before a restart stay good. */
    static StoreKey keptIn(Path directory) throws IOException {
        Path file = directory.resolve("secret");
        if (!Files.exists(file)) {
            byte[] secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            Path temporary = Files.createTempFile(
                    directory,
                    "secret",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(temporary, HexFormat.of().formatHex(secret));
            Files.move(temporary, file);
        }
        return new StoreKey(ACCESS_KEY, Files.readString(file).strip());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "StoreKey[accessKey=" + accessKey + "]";
    }
}
