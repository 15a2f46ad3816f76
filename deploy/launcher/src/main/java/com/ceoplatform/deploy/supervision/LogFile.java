package com.ceoplatform.deploy.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

/** What a process prints, bounded: the file and two older ones of at most 20 MB each. */
public final class LogFile {

    private static final long BOUND = 20L * 1024 * 1024;
    private static final int TAIL_BYTES = 64 * 1024;
    private static final Pattern COMPLAINT = Pattern.compile("\\b(FATAL|ERROR|Error|Exception|PANIC|Fatal)\\b");
    private static final Pattern STACK_FRAME = Pattern.compile("^\\s+at |^\\s*\\.\\.\\. ");
    private static final int LONGEST_LINE = 300;

    private final Path path;
    private final long bound;

    public LogFile(Path path) {
        this(path, BOUND);
    }

    LogFile(Path path, long bound) {
        this.path = path;
        this.bound = bound;
    }

    public Path path() {
        return path;
    }

    /**
     * Moves the content aside when there is too much of it. The process keeps the file open, so it is copied and emptied;
     * what is printed between the two is lost.
     */
    void rotateWhenLarge() {
        try {
            if (!Files.exists(path) || Files.size(path) <= bound) {
                return;
            }
            Path older = path.resolveSibling(path.getFileName() + ".1");
            if (Files.exists(older)) {
                Files.move(older, path.resolveSibling(path.getFileName() + ".2"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.copy(path, older);
            Files.newByteChannel(path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    .close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot rotate " + path, e);
        }
    }

    /** The last line that reads like an error, or else the last line. */
    String lastComplaint() {
        List<String> lines = tail();
        return lines.reversed().stream()
                .filter(line -> COMPLAINT.matcher(line).find())
                .findFirst()
                .or(() -> lines.reversed().stream().findFirst())
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "..." : line)
                .orElse("it printed nothing");
    }

    private List<String> tail() {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long start = Math.max(0, channel.size() - TAIL_BYTES);
            ByteBuffer buffer = ByteBuffer.allocate((int) (channel.size() - start));
            while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) >= 0) {
                // reads on until the buffer is full
            }
            String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank())
                    .filter(line -> !STACK_FRAME.matcher(line).find())
                    .map(String::strip)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
