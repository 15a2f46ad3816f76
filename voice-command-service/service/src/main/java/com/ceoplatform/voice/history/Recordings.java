package com.ceoplatform.voice.history;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.voice.config.RecordingSettings;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The audio of commands, as it was sent: one file per command in a directory per speaker. By default nothing is kept. A
 * recording that cannot be kept is no reason not to do what was said.
 */
@Component
public class Recordings {

    private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);

    private final @Nullable Path directory;

    Recordings(RecordingSettings settings) {
        this.directory = settings.enabled() ? settings.directory() : null;
    }

    public void keep(UUID userId, UUID commandId, byte[] sound) {
        if (directory == null) {
            return;
        }
        try {
            Path own = of(directory, userId);
            Files.createDirectories(directory);
            if (!Files.exists(own)) {
                Files.createDirectories(
                        own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Path half = own.resolve(Ids.next() + ".part");
            Files.write(half, sound);
            Files.move(half, own.resolve(commandId.toString()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            LOG.warn("The recording of command {} cannot be kept: {}", commandId, failure.toString());
        }
    }

    void forget(UUID userId, UUID commandId) {
        if (directory != null) {
            delete(of(directory, userId).resolve(commandId.toString()));
        }
    }

    /** Forgets those of a speaker that fit. */
    void forgetAll(UUID userId, Predicate<String> commandIds) {
        if (directory != null) {
            sweep(of(directory, userId), (file, attributes) -> commandIds.test(fileName(file)));
        }
    }

    void forgetBefore(Instant moment) {
        if (directory != null) {
            sweep(
                    directory,
                    (file, attributes) ->
                            attributes.lastModifiedTime().toInstant().isBefore(moment));
        }
    }

    private interface Condition {

        boolean holds(Path file, BasicFileAttributes attributes);
    }

    private static void sweep(Path root, Condition condition) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (condition.holds(file, attributes)) {
                        delete(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
        } catch (IOException failure) {
            throw new RecordingsException(root, failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new RecordingsException(file, failure);
        }
    }

    private static Path of(Path directory, UUID userId) {
        return directory.resolve(userId.toString());
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** What was to be forgotten may still be there. */
    static final class RecordingsException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RecordingsException(Path path, IOException cause) {
            super("Cannot delete " + path, cause);
        }
    }
}
