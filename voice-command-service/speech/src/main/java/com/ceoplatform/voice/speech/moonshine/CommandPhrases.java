package com.ceoplatform.voice.speech.moonshine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What spoken commands are made of besides names: priorities, due dates, the things that are commanded. */
final class CommandPhrases {

    private static final String RESOURCE = "command-phrases.txt";

    private CommandPhrases() {}

    static List<String> english() {
        try (InputStream in = CommandPhrases.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
