package com.ceoplatform.voice.language.text;

import com.ceoplatform.voice.language.organisation.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a transcript into words. Hesitations and words said twice are dropped; what remains keeps its spelling. Linear in
 * the length of the text.
 */
public final class Tokenizer {

    private static final int LONGEST_REPEAT = 3;
    private static final String INNER = "'\u2019.:,@_/+$\u20ac%&";

    private final Set<String> fillers;
    private final Set<String> repeatable;
    private final Set<String> honorifics;

    /**
     * @param repeatable words that may follow themselves ("that that", "very very")
     * @param honorifics titles before names ("Mr.", "Dr"), which name nobody
     */
    public Tokenizer(Set<String> fillers, Set<String> repeatable, Set<String> honorifics) {
        this.fillers = fillers;
        this.repeatable = repeatable;
        this.honorifics = honorifics;
    }

    public Transcript read(String transcript) {
        List<Token> tokens = new ArrayList<>();
        Scan scan = new Scan(transcript);
        for (Token token = scan.next(); token != null; token = scan.next()) {
            if (honorifics.contains(token.norm()) && token.capitalised()) {
                scan.carry(token);
                scan.skipStop();
            } else if (fillers.contains(token.norm())) {
                scan.carry(token);
            } else {
                tokens.add(token);
                dropRepeat(tokens);
            }
        }
        return new Transcript(tokens);
    }

    private void dropRepeat(List<Token> tokens) {
        for (int length = LONGEST_REPEAT; length > 0; length--) {
            int end = tokens.size();
            int start = end - 2 * length;
            if (start >= 0 && same(tokens, start, length)) {
                tokens.subList(end - length, end).clear();
                return;
            }
        }
    }

    private boolean same(List<Token> tokens, int start, int length) {
        for (int i = start; i < start + length; i++) {
            Token first = tokens.get(i);
            Token second = tokens.get(i + length);
            // "A blocks the plan, the plan blocks B" is no stutter.
            boolean pause = second.before() == Gap.STOP
                    || second.before() == Gap.GLUED
                    || (second.before() == Gap.COMMA && length > 1);
            if (!first.is(second.norm())
                    || pause
                    || Character.isDigit(first.norm().charAt(0))) {
                return false;
            }
        }
        return length > 1 || !repeatable.contains(tokens.get(start).norm());
    }

    /** One pass over the characters. */
    private static final class Scan {

        private final String text;
        private int position;
        private boolean quoted;
        private String carried = "";

        Scan(String text) {
            this.text = text;
        }

        /** The pause around a dropped word stays. */
        void carry(Token dropped) {
            carried = dropped.lead().isBlank() ? carried : dropped.lead();
        }

        /** The full stop of "Mr." ends nothing. */
        void skipStop() {
            if (position < text.length() && text.charAt(position) == '.') {
                position++;
            }
        }

        @Nullable
        Token next() {
            int leadFrom = position;
            boolean inside = quoted;
            while (position < text.length() && !wordAt(position)) {
                char c = text.charAt(position++);
                quoted = isQuote(c) ? !quoted : quoted;
            }
            if (position >= text.length()) {
                return null;
            }
            String lead = carried + text.substring(leadFrom, position);
            carried = "";
            int from = position;
            while (position < text.length() && inWord(position)) {
                position += Character.charCount(text.codePointAt(position));
            }
            String raw = text.substring(from, position);
            return new Token(raw, norm(raw), gap(lead), lead.isEmpty() ? "" : lead, inside && quoted);
        }

        private static String norm(String raw) {
            String folded = Words.fold(raw);
            return folded.isEmpty() ? raw : folded;
        }

        private boolean wordAt(int index) {
            int c = text.codePointAt(index);
            return Character.isLetterOrDigit(c) || c == '#' || c == '$' || Character.charCount(c) > 1 || isSymbol(c);
        }

        private static boolean isSymbol(int c) {
            return Character.getType(c) == Character.OTHER_SYMBOL || Character.getType(c) == Character.CURRENCY_SYMBOL;
        }

        private boolean inWord(int index) {
            int c = text.codePointAt(index);
            if (Character.isLetterOrDigit(c) || Character.charCount(c) > 1 || isSymbol(c)) {
                return true;
            }
            if (c == '#' || c == '%' || Character.getType(c) == Character.NON_SPACING_MARK) {
                return true;
            }
            boolean more = index + 1 < text.length() && Character.isLetterOrDigit(text.charAt(index + 1));
            boolean digits = c == '-' && index > 0 && Character.isDigit(text.charAt(index - 1));
            boolean grouping = (c == ',' || c == ':' || c == '/')
                    && more
                    && !(Character.isDigit(text.charAt(index + 1))
                            && index > 0
                            && Character.isDigit(text.charAt(index - 1)));
            boolean possessive = (c == '\'' || c == '\u2019') && index > 0 && text.charAt(index - 1) == 's';
            return (more && !grouping && (INNER.indexOf(c) >= 0 || digits)) || (possessive && closes(index));
        }

        private boolean closes(int index) {
            return !quoted && (index + 1 == text.length() || text.charAt(index + 1) == ' ');
        }

        private static boolean isQuote(char c) {
            return c == '"' || c == '\u201c' || c == '\u201d' || c == '\u00ab' || c == '\u00bb';
        }

        private static Gap gap(String lead) {
            if (lead.equals("-") || lead.equals("/")) {
                return Gap.GLUED;
            }
            if (lead.chars().anyMatch(c -> c == '.' || c == ';' || c == '!' || c == '?' || c == '\n')) {
                return Gap.STOP;
            }
            if (lead.contains(":") || lead.contains(" - ") || lead.contains("\u2013") || lead.contains("\u2014")) {
                return Gap.COLON;
            }
            return lead.contains(",") ? Gap.COMMA : Gap.NONE;
        }
    }
}
