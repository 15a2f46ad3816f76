package com.ceoplatform.deploy.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says by content, not by time, whether what a module is built from changed: its main sources and every pom above. */
final class SourceFingerprint {

    private final Path root;
    private final ModuleGraph graph;
    private final Map<Module, String> own = new HashMap<>();

    SourceFingerprint(Path root, ModuleGraph graph) {
        this.root = root;
        this.graph = graph;
    }

    /** Covers the module and all modules it needs. */
    String of(Module module) {
        MessageDigest digest = sha256();
        for (Module part : graph.withDependencies(module)) {
            digest.update(own.computeIfAbsent(part, this::ownSources).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private String ownSources(Module module) {
        MessageDigest digest = sha256();
        try {
            for (Path pom : poms(module)) {
                add(digest, pom);
            }
            for (Path file : mainSources(module)) {
                add(digest, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sources of " + module.artifactId(), e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<Path> poms(Module module) {
        List<Path> poms = new ArrayList<>();
        @Nullable Path directory = module.directory();
        while (directory != null && directory.startsWith(root)) {
            poms.add(directory.resolve("pom.xml"));
            directory = directory.getParent();
        }
        return poms;
    }

    private static List<Path> mainSources(Module module) throws IOException {
        Path main = module.directory().resolve("src/main");
        if (!Files.isDirectory(main)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void add(MessageDigest digest, Path file) throws IOException {
        if (Files.exists(file)) {
            digest.update((root.relativize(file) + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
