package com.ceoplatform.channel.localstore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Objects as plain files below a directory: {@code objects/<bucket>/<key>}, {@code uploads/<id>/} for unfinished ones.
 * Every file appears at once and whole: it is written beside and moved, so a crash leaves what was there before.
 */
final class LocalObjects {

    /** Segments without dots: no key can climb out of the directory. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}(/[A-Za-z0-9_-]{1,100}){1,9}");

    private static final String OWNER = "object";

    private final Path objects;
    private final Path uploads;
    private final Path unfinished;

    LocalObjects(Path directory) throws IOException {
        objects = Files.createDirectories(directory.resolve("objects"));
        uploads = Files.createDirectories(directory.resolve("uploads"));
        unfinished = directory.resolve("tmp");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(unfinished);
    }

    /** @param name bucket and key, separated by a slash */
    String startUpload(String name) throws IOException {
        object(name);
        String id = UUID.randomUUID().toString();
        Path directory = Files.createDirectory(unfinished.resolve(id));
        Files.writeString(directory.resolve(OWNER), name);
        Files.move(directory, uploads.resolve(id), StandardCopyOption.ATOMIC_MOVE);
        return id;
    }

    /** Keeps a part; the last one of a number counts. */
    StoredPart putPart(String name, String uploadId, int number, InputStream content, long length) throws IOException {
        Path directory = upload(name, uploadId);
        Path temporary = Files.createTempFile(unfinished, "part", "");
        try {
            String etag = Digests.copy(content, temporary, length);
            Path part = directory.resolve("%05d-%s".formatted(number, etag));
            synchronized (this) {
                Files.move(temporary, part, StandardCopyOption.ATOMIC_MOVE);
                for (StoredPart other : parts(name, uploadId)) {
                    if (other.number() == number && !other.etag().equals(etag)) {
                        Files.deleteIfExists(path(directory, other));
                    }
                }
            }
            return part(part);
        } catch (NoSuchFileException abortedMeanwhile) {
            throw S3Refusal.noSuchUpload();
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** What has arrived, by number; all of it or {@code NoSuchUpload}, also when the upload ends at this moment. */
    List<StoredPart> parts(String name, String uploadId) throws IOException {
        Path directory = upload(name, uploadId);
        List<StoredPart> parts = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                if (!file.endsWith(OWNER)) {
                    parts.add(part(file));
                }
            }
        } catch (NoSuchFileException replacedOrOver) {
            upload(name, uploadId);
            return parts(name, uploadId);
        }
        upload(name, uploadId);
        return parts;
    }

    /** Makes the object of the parts named, in their order. */
    void complete(String name, String uploadId, Map<Integer, String> etags) throws IOException {
        try {
            assemble(name, uploadId, etags);
        } catch (NoSuchFileException overMeanwhile) {
            throw S3Refusal.noSuchUpload();
        }
    }

    private void assemble(String name, String uploadId, Map<Integer, String> etags) throws IOException {
        Path directory = upload(name, uploadId);
        Map<Integer, StoredPart> present = new TreeMap<>();
        parts(name, uploadId).forEach(part -> present.put(part.number(), part));
        Path temporary = Files.createTempFile(unfinished, "object", "");
        try (FileChannel whole = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            for (Map.Entry<Integer, String> wanted : new TreeMap<>(etags).entrySet()) {
                StoredPart part = present.get(wanted.getKey());
                if (part == null || !part.etag().equals(wanted.getValue())) {
                    throw S3Refusal.invalidPart("Part " + wanted.getKey() + " has not arrived like this.");
                }
                append(path(directory, part), whole);
            }
            whole.force(true);
            Path object = object(name);
            Files.createDirectories(object.getParent());
            Files.move(temporary, object, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        end(directory);
    }

    private static void append(Path part, FileChannel whole) throws IOException {
        try (FileChannel content = FileChannel.open(part)) {
            long done = 0;
            while (done < content.size()) {
                done += content.transferTo(done, content.size() - done, whole);
            }
        }
    }

    void abort(String name, String uploadId) throws IOException {
        end(upload(name, uploadId));
    }

    /** An upload is there as a whole or not at all, so it goes in one step before its parts are deleted. */
    private void end(Path upload) throws IOException {
        Path gone = unfinished.resolve(UUID.randomUUID().toString());
        try {
            Files.move(upload, gone, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException endedByAnother) {
            return;
        }
        FileSystemUtils.deleteRecursively(gone);
    }

    /** The file that holds the object. */
    Path find(String name) throws IOException {
        Path object = object(name);
        if (!Files.isRegularFile(object)) {
            throw S3Refusal.noSuchKey();
        }
        return object;
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(object(name));
    }

    private Path object(String name) throws S3Refusal {
        if (!NAME.matcher(name).matches()) {
            throw S3Refusal.invalid("This store has keys of letters, digits, dashes and slashes only.");
        }
        return objects.resolve(name);
    }

    private Path upload(String name, String uploadId) throws IOException {
        Path directory = uploads.resolve(canonical(uploadId));
        try {
            if (Files.readString(directory.resolve(OWNER)).equals(name)) {
                return directory;
            }
        } catch (NoSuchFileException gone) {
            throw S3Refusal.noSuchUpload();
        }
        throw S3Refusal.noSuchUpload();
    }

    private static String canonical(String uploadId) throws S3Refusal {
        try {
            return UUID.fromString(uploadId).toString();
        } catch (IllegalArgumentException notOurs) {
            throw S3Refusal.noSuchUpload();
        }
    }

    private static Path path(Path directory, StoredPart part) {
        return directory.resolve("%05d-%s".formatted(part.number(), part.etag()));
    }

    private static StoredPart part(Path file) throws IOException {
        String name = file.getFileName().toString();
        return new StoredPart(
                Integer.parseInt(name.substring(0, 5)),
                name.substring(6),
                Files.size(file),
                Files.getLastModifiedTime(file).toInstant());
    }
}
