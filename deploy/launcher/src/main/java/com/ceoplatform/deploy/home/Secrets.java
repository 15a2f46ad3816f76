package com.ceoplatform.deploy.home;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** Passwords between the processes of one platform, made on first start and kept in a file only its owner can read. */
public final class Secrets {

    public static final String POSTGRES = "postgres";
    public static final String RELAY = "database.relay";
    public static final String REDIS = "redis";

    private static final String DATABASE_ROLE = "database.";
    private static final int BYTES = 24;

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Reads the file and adds what it lacks; {@code roles} are the database roles that need a password. */
    public static Secrets open(Path file, List<String> roles) {
        try {
            Properties values = read(file);
            if (complete(values, roles)) {
                write(file, values);
            }
            return new Secrets(values);
        } catch (IOException | IllegalArgumentException e) {
            throw new LaunchFailure("Cannot read the secrets in " + file + ": " + e.getMessage(), e);
        }
    }

    public String postgres() {
        return require(POSTGRES);
    }

    public String redis() {
        return require(REDIS);
    }

    public String databaseRole(String role) {
        return require(DATABASE_ROLE + role);
    }

    private String require(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("no secret " + name);
        }
        return value;
    }

    private static Properties read(Path file) throws IOException {
        Properties values = new Properties();
        if (Files.exists(file)) {
            OwnerOnly.restrict(file);
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                values.load(reader);
            }
        }
        return values;
    }

    private static boolean complete(Properties values, List<String> roles) {
        SecureRandom random = new SecureRandom();
        boolean changed = putIfMissing(values, POSTGRES, random);
        changed |= putIfMissing(values, REDIS, random);
        for (String role : roles) {
            changed |= putIfMissing(values, DATABASE_ROLE + role, random);
        }
        return changed;
    }

    private static boolean putIfMissing(Properties values, String name, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return values.putIfAbsent(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)) == null;
    }

    private static void write(Path file, Properties values) {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(next);
            OwnerOnly.createFile(next);
            try (Writer writer = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
                values.store(writer, "Made on first start; the data cannot be opened without them.");
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
