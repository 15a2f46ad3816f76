package com.ceoplatform.voice.language.compose;

import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Names for new things, out of the words that were said. */
final class Titles {

    private final Transcript words;
    private final Language language;
    private final Gerunds gerunds;

    Titles(Transcript words, Language language) {
        this.words = words;
        this.language = language;
        this.gerunds = new Gerunds(language);
    }

    /** "the churn numbers" is "Churn numbers", "to call Bob" is "Call Bob". */
    String task(Value.Span span) {
        int from = skip("title_lead", span.from(), span.to());
        String title = capitalised(content(new Value.Span(from, trimmed(from, span.to()))));
        return from + 1 < span.to()
                        && language.words("gerund_before")
                                .contains(words.at(from + 1).norm())
                ? gerunds.bare(title)
                : title;
    }

    /** "The venue must be booked" is "Book the venue". */
    String done(String verb, Value.Span object) {
        return capitalised(verb) + " " + decapitalised(object);
    }

    /** A capital that only began the sentence is none of the word. */
    private String decapitalised(Value.Span object) {
        String text = content(object);
        boolean began =
                language.words("articles").contains(words.at(object.from()).norm());
        return began ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
    }

    /** "Looking into the complaints" is "Look into the complaints". */
    String bare(Value.Span span) {
        return gerunds.bare(task(span));
    }

    /** "Answering" is "answer": what something needs, as what is to be done. */
    String verb(Value.Span gerund) {
        return gerunds.bare(words.at(gerund.from()).norm());
    }

    /** "fixes the bug" is "Fix the bug": what somebody else does, as what is to be done. */
    String infinitive(Value.Span span) {
        String verb = words.at(span.from()).norm();
        boolean does = language.words("does").contains(verb) && span.to() - span.from() > 1;
        String title = task(does ? new Value.Span(span.from() + 1, span.to()) : span);
        boolean third = !does && verb.length() > 3 && verb.endsWith("s") && !verb.endsWith("ss");
        if (!third || !title.toLowerCase(Locale.ROOT).startsWith(verb)) {
            return title;
        }
        String bare = verb.endsWith("ies")
                ? verb.substring(0, verb.length() - 3) + "y"
                : verb.matches(".*(sh|ch|x|ss|zz|o)es")
                        ? verb.substring(0, verb.length() - 2)
                        : verb.substring(0, verb.length() - 1);
        return capitalised(bare) + title.substring(verb.length());
    }

    /** "the spring launch" is "Spring Launch"; words with capitals of their own stay as they are. */
    String channel(Value.Span span) {
        int from = skip("title_lead", named(span), span.to());
        int to = trimmed(from, span.to());
        boolean noun = to - from > 1
                && language.words("channel_suffix").contains(words.at(to - 1).norm());
        String name = content(new Value.Span(from, noun ? to - 1 : to));
        String bare = name.startsWith("#") ? name.substring(1) : name;
        return eachCapitalised(bare);
    }

    /** "The one for hiring called Talent": the name begins behind that word. */
    private int named(Value.Span span) {
        return IntStream.range(span.from(), span.to() - 1)
                .filter(index ->
                        language.words("naming").contains(words.at(index).norm()))
                .map(index -> index + 1)
                .findFirst()
                .orElse(span.from());
    }

    /** What was said, as it was said. */
    String content(Value.Span span) {
        String text = words.text(span.from(), span.to());
        int end = text.length();
        while (end > 0 && ",;: ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    private int skip(String set, int from, int to) {
        int position = from;
        Set<String> skipped = language.words(set);
        while (position < to - 1 && skipped.contains(words.at(position).norm())) {
            position++;
        }
        return position;
    }

    private int trimmed(int from, int to) {
        int end = to;
        while (end > from + 1
                && language.words("trailing").contains(words.at(end - 1).norm())) {
            end--;
        }
        return end;
    }

    static String capitalised(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, Character.charCount(text.codePointAt(0))).toUpperCase(Locale.ROOT)
                        + text.substring(Character.charCount(text.codePointAt(0)));
    }

    private String eachCapitalised(String text) {
        List<String> parts = new ArrayList<>();
        for (String word : text.split(" ")) {
            boolean small = !parts.isEmpty() && language.words("small").contains(word);
            parts.add(small || word.contains("-") ? word : capitalised(word));
        }
        return String.join(" ", parts);
    }
}
