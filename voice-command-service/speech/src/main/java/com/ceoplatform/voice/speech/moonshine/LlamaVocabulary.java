package com.ceoplatform.voice.speech.moonshine;

import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The 32,000 tokens Moonshine speaks in, and the byte-pair merges that split text into them. Read from the two constants
 * in llama-tokenizer.js.
 */
final class LlamaVocabulary {

    private static final String SPACE = "\u2581";
    private static final String VOCABULARY_CONSTANT = "llama_vocab_base64 = \"";
    private static final String MERGES_CONSTANT = "llama_merges_binary = \"";
    private static final int FIRST_BYTE_TOKEN = 3;
    private static final int FIRST_TEXT_TOKEN = FIRST_BYTE_TOKEN + 256;

    private final String[] tokens;
    private final Map<String, Integer> ids;
    private final Map<Long, Integer> mergeRanks;

    private LlamaVocabulary(String[] tokens, Map<String, Integer> ids, Map<Long, Integer> mergeRanks) {
        this.tokens = tokens;
        this.ids = ids;
        this.mergeRanks = mergeRanks;
    }

    static LlamaVocabulary read(Path script) {
        try {
            String source = Files.readString(script);
            String[] tokens = new String(constant(source, VOCABULARY_CONSTANT), StandardCharsets.UTF_8).split("\n");
            Map<String, Integer> ids = HashMap.newHashMap(tokens.length);
            for (int id = 0; id < tokens.length; id++) {
                ids.put(tokens[id], id);
            }
            return new LlamaVocabulary(tokens, ids, mergeRanks(constant(source, MERGES_CONSTANT)));
        } catch (IOException | IllegalArgumentException e) {
            throw new SpeechException(
                    SpeechFailure.ENGINE_UNAVAILABLE, "The vocabulary %s cannot be read".formatted(script), e);
        }
    }

    private static byte[] constant(String source, String name) {
        int start = source.indexOf(name) + name.length();
        int end = source.indexOf('"', start);
        if (start < name.length() || end < 0) {
            throw new IllegalArgumentException("no constant " + name);
        }
        return Base64.getDecoder().decode(source.substring(start, end));
    }

    /** Pairs of token ids, most important first. */
    private static Map<Long, Integer> mergeRanks(byte[] merges) {
        ByteBuffer pairs = ByteBuffer.wrap(merges).order(ByteOrder.LITTLE_ENDIAN);
        Map<Long, Integer> ranks = HashMap.newHashMap(merges.length / 4);
        while (pairs.remaining() >= 4) {
            ranks.put(pair(Short.toUnsignedInt(pairs.getShort()), Short.toUnsignedInt(pairs.getShort())), ranks.size());
        }
        return ranks;
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }

    /** Text of the tokens; control tokens say nothing. */
    String decode(List<Integer> tokenIds) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int id : tokenIds) {
            if (id >= FIRST_BYTE_TOKEN && id < FIRST_TEXT_TOKEN) {
                bytes.write(id - FIRST_BYTE_TOKEN);
            } else if (id >= FIRST_TEXT_TOKEN && id < tokens.length) {
                bytes.writeBytes(tokens[id].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(SPACE, " ").strip();
    }

    /** Whether the token goes on with the word before it, rather than to begin another or to end it. */
    boolean continuesWord(int id) {
        return id >= FIRST_BYTE_TOKEN
                && (id < FIRST_TEXT_TOKEN || Character.isLetterOrDigit(tokens[id].codePointAt(0)));
    }

    /** Tokens of the text as it stands after a space or at the beginning. */
    List<Integer> encode(String text) {
        List<Integer> symbols = new ArrayList<>();
        (SPACE + text.replace(" ", SPACE)).codePoints().forEach(codePoint -> addSymbol(symbols, codePoint));
        int best = bestMerge(symbols);
        while (best >= 0) {
            String merged = tokens[symbols.get(best)] + tokens[symbols.get(best + 1)];
            symbols.set(best, ids.get(merged));
            symbols.subList(best + 1, best + 2).clear();
            best = bestMerge(symbols);
        }
        return symbols;
    }

    private void addSymbol(List<Integer> symbols, int codePoint) {
        String character = Character.toString(codePoint);
        Integer id = ids.get(character);
        if (id != null) {
            symbols.add(id);
            return;
        }
        for (byte part : character.getBytes(StandardCharsets.UTF_8)) {
            symbols.add(FIRST_BYTE_TOKEN + Byte.toUnsignedInt(part));
        }
    }

    private int bestMerge(List<Integer> symbols) {
        int best = -1;
        int bestRank = Integer.MAX_VALUE;
        for (int i = 0; i + 1 < symbols.size(); i++) {
            int rank = mergeRanks.getOrDefault(pair(symbols.get(i), symbols.get(i + 1)), Integer.MAX_VALUE);
            if (rank < bestRank) {
                bestRank = rank;
                best = i;
            }
        }
        return best;
    }
}
