package com.ceoplatform.voice.speech.moonshine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A vocabulary of the real file's form: control and byte tokens, the letters of "▁Sarah" and a few merges. */
final class TinyVocabulary {

    static final List<String> TEXT_TOKENS =
            List.of("▁", "S", "a", "r", "h", "▁S", "ar", "ah", "▁Sar", "▁Sarah", "m", "▁Sa", "am");

    private TinyVocabulary() {}

    static LlamaVocabulary in(Path directory) throws IOException {
        List<String> tokens = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
        for (int value = 0; value < 256; value++) {
            tokens.add("<0x%02X>".formatted(value));
        }
        tokens.addAll(TEXT_TOKENS);
        byte[] merges = merges("▁ S", "a r", "a h", "▁S ar", "▁S a");
        Path script = directory.resolve("tokenizer.js");
        Files.writeString(
                script,
                "const llama_vocab_base64 = \"%s\"\nconst llama_merges_binary = \"%s\"\n"
                        .formatted(base64(String.join("\n", tokens).getBytes(StandardCharsets.UTF_8)), base64(merges)));
        return LlamaVocabulary.read(script);
    }

    static int id(String token) {
        return 3 + 256 + TEXT_TOKENS.indexOf(token);
    }

    private static byte[] merges(String... pairs) {
        ByteBuffer merges = ByteBuffer.allocate(pairs.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (String pair : pairs) {
            for (String token : pair.split(" ")) {
                merges.putShort((short) id(token));
            }
        }
        return merges.array();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
