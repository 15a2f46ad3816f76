package com.ceoplatform.gateway.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;
import java.util.stream.Stream;

/** Signing keys on disk: one JSON Web Key (RFC 7517) per file, readable by their owner only. */
record KeyFiles(Path directory) {

    private static final String SUFFIX = ".jwk";

    /**
     * @throws IllegalStateException when the directory or a key in it cannot be read
     */
    List<ECKey> load() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .map(KeyFiles::read)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new IllegalStateException("The signing keys in " + directory + " cannot be read", unreadable);
        }
    }

    private static ECKey read(Path file) {
        try {
            return ECKey.parse(Files.readString(file));
        } catch (ParseException damaged) {
            throw new IllegalStateException("The signing key " + file + " is damaged", damaged);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Writes the key so that no reader ever sees half of it.
     *
     * @throws IllegalStateException when it cannot be written
     */
    void save(ECKey key) {
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path fresh = Files.createTempFile(
                    directory,
                    "new",
                    ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, key.toJSONString().getBytes(UTF_8));
            Files.move(fresh, file(key), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new IllegalStateException(
                    "A signing key cannot be written to " + directory
                            + " (set PLATFORM_SECURITY_KEYS_DIRECTORY to a directory that can)",
                    unwritable);
        }
    }

    void delete(ECKey key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException undeletable) {
            throw new IllegalStateException("The retired signing key " + file(key) + " stays", undeletable);
        }
    }

    private Path file(ECKey key) {
        return directory.resolve(key.getKeyID() + SUFFIX);
    }
}
