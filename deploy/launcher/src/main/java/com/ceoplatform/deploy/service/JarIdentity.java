package com.ceoplatform.deploy.service;

import com.ceoplatform.deploy.home.FileState;
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

/** Recognises a jar: by its state when the file was not written since, or else by content. */
record JarIdentity(Path record, String state, String content) {

    static JarIdentity of(Path jar, Path record) throws IOException {
        String state = jar + " " + FileState.of(jar);
        List<String> recorded = Files.exists(record) ? Files.readAllLines(record) : List.of();
        if (recorded.size() == 2 && recorded.getFirst().equals(state)) {
            return new JarIdentity(record, state, recorded.getLast());
        }
        JarIdentity identity = new JarIdentity(record, state, sha256(jar));
        if (recorded.size() == 2 && recorded.getLast().equals(identity.content)) {
            identity.write();
        }
        return identity;
    }

    boolean isRecorded() throws IOException {
        return Files.exists(record) && Files.readAllLines(record).getLast().equals(content);
    }

    void write() throws IOException {
        Files.write(record, List.of(state, content));
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
