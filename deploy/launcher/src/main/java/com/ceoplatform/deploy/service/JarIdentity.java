package com.ceoplatform.deploy.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Recognises a jar: by size and time when they are as before, or else by content. */
record JarIdentity(Path record, String sizeAndTime, String content) {

    static JarIdentity of(Path jar, Path record) throws IOException {
        String sizeAndTime = jar + " " + Files.size(jar) + " "
                + Files.getLastModifiedTime(jar).toMillis();
        List<String> recorded = Files.exists(record) ? Files.readAllLines(record) : List.of();
        if (recorded.size() == 2 && recorded.getFirst().equals(sizeAndTime)) {
            return new JarIdentity(record, sizeAndTime, recorded.getLast());
        }
        JarIdentity identity = new JarIdentity(record, sizeAndTime, sha256(jar));
        if (recorded.size() == 2 && recorded.getLast().equals(identity.content)) {
            identity.write();
        }
        return identity;
    }

    boolean isRecorded() throws IOException {
        return Files.exists(record) && Files.readAllLines(record).getLast().equals(content);
    }

    void write() throws IOException {
        Files.write(record, List.of(sizeAndTime, content));
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            input.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
