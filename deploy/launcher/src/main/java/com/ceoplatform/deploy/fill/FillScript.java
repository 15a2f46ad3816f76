package com.ceoplatform.deploy.fill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** SQL from a file beside this class, with names that begin with a colon for what varies. */
record FillScript(String sql) {

    static FillScript named(String name) {
        try (InputStream file = FillScript.class.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalArgumentException("No such script: " + name);
            }
            return new FillScript(new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FillScript with(FillSize size) {
        return with(Map.of(
                "people", size.people(),
                "channels", size.channels(),
                "tasks", size.tasks(),
                "messages", size.messages()));
    }

    FillScript with(Map<String, ?> values) {
        String filled = sql;
        for (var value : values.entrySet()) {
            filled = filled.replaceAll(
                    "(?<!:):" + value.getKey() + "\\b", value.getValue().toString());
        }
        return new FillScript(filled);
    }
}
