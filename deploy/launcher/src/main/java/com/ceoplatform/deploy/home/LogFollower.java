package com.ceoplatform.deploy.home;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the lines that are added to a file, whole lines only; starts over when the file was emptied. */
public final class LogFollower {

    private static final int CHUNK = 1024 * 1024;

    private final Path file;
    private long position;

    private LogFollower(Path file, long position) {
        this.file = file;
        this.position = position;
    }

    public static LogFollower fromEnd(Path file) {
        return new LogFollower(file, file.toFile().length());
    }

    public static LogFollower fromStart(Path file) {
        return new LogFollower(file, 0);
    }

    /** The lines completed since the last call. */
    public List<String> newLines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
            if (input.length() < position) {
                position = 0;
            }
            byte[] bytes = new byte[(int) Math.min(CHUNK, input.length() - position)];
            input.seek(position);
            input.readFully(bytes);
            int end = lastNewline(bytes) + 1;
            position += end;
            return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static int lastNewline(byte[] bytes) {
        int index = bytes.length - 1;
        while (index >= 0 && bytes[index] != '\n') {
            index--;
        }
        // A line longer than a chunk is handed out in pieces.
        return index < 0 && bytes.length == CHUNK ? CHUNK - 1 : index;
    }
}
