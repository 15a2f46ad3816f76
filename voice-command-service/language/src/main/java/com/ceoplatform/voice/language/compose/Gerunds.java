package com.ceoplatform.voice.language.compose;

import com.ceoplatform.voice.language.grammar.Language;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** "Chasing the landlord", said of what is to be done, is "Chase the landlord". */
final class Gerunds {

    private static final String ENDING = "ing";
    private static final int SHORTEST = 6;
    private static final Pattern DOUBLED = Pattern.compile(".*([bdgmnprt])\\1");
    private static final Pattern SILENT_E = Pattern.compile(
            ".*([vuzc]|[aeiou]s|[^aeiou]at|[iy]ng|ang|dg|rg|[aeiou]r|[^aeiou][aeiou][gkmpt]|bl|gl|pl|tl)");

    private final Set<String> verbs;
    private final Set<String> nouns;

    Gerunds(Language language) {
        Collection<String> known =
                language.lists().getOrDefault("participle", Map.of()).values();
        this.nouns = language.words("no_gerunds");
        this.verbs =
                Stream.concat(known.stream(), language.words("verbs").stream()).collect(Collectors.toSet());
    }

    /** The text with its first word as a bare verb, when that word is a gerund. */
    String bare(String text) {
        int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
        String first = text.substring(0, end);
        if (first.length() < SHORTEST || !first.endsWith(ENDING) || nouns.contains(first.toLowerCase(Locale.ROOT))) {
            return text;
        }
        return verb(first.substring(0, end - ENDING.length())) + text.substring(end);
    }

    private String verb(String stem) {
        String lower = stem.toLowerCase(Locale.ROOT);
        if (verbs.contains(lower)) {
            return stem;
        }
        if (verbs.contains(lower + "e")) {
            return stem + "e";
        }
        String single = stem.substring(0, stem.length() - 1);
        if (DOUBLED.matcher(lower).matches()) {
            return single;
        }
        return SILENT_E.matcher(lower).matches() ? stem + "e" : stem;
    }
}
