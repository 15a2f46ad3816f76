package com.ceoplatform.voice.language.text;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Numbers in digits or words: "12", "twelve", "twenty five", "21st", "twenty first". */
public final class Numbers {

    private static final int DIGITS = 6;

    /** A number and the position after it. */
    public record Said(int number, int end) {}

    private Numbers() {}

    /**
     * The longest number at a position.
     *
     * @param names the language's number words, ordinals included
     */
    public static Optional<Said> at(Transcript transcript, int from, int limit, Map<String, String> names) {
        if (from >= limit) {
            return Optional.empty();
        }
        OptionalInt first = one(transcript.at(from).norm(), names);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int number = first.getAsInt();
        boolean word = !Character.isDigit(transcript.at(from).norm().charAt(0));
        if (word && number >= 20 && number < 100 && number % 10 == 0 && from + 1 < limit) {
            OptionalInt second = one(transcript.at(from + 1).norm(), names);
            boolean unit = second.isPresent() && second.getAsInt() > 0 && second.getAsInt() < 10;
            if (unit && !Character.isDigit(transcript.at(from + 1).norm().charAt(0))) {
                return Optional.of(new Said(number + second.getAsInt(), from + 2));
            }
        }
        return Optional.of(new Said(number, from + 1));
    }

    private static OptionalInt one(String word, Map<String, String> names) {
        String known = names.get(word);
        if (known != null) {
            return OptionalInt.of(Integer.parseInt(known));
        }
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        String rest = word.substring(digits);
        boolean ordinal = rest.equals("st") || rest.equals("nd") || rest.equals("rd") || rest.equals("th");
        return digits > 0 && digits <= DIGITS && (rest.isEmpty() || ordinal)
                ? OptionalInt.of(Integer.parseInt(word.substring(0, digits)))
                : OptionalInt.empty();
    }
}
