package com.ceoplatform.message.mention;

import com.ceoplatform.common.directory.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names under which people can be mentioned: full name, full name in one word, first name, the part of the address
 * before the @, and for all of a department its name. A search finds them by the whole address, too. Upper and lower case
 * are alike.
 */
class MentionedNames {

    private static final int LONGEST_NAME = 5;
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}@._-])@([^\\s@][^@\\n]{0,120})");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}._'’-]*");

    private final Map<String, Set<UUID>> people = new HashMap<>();
    private final Map<String, Set<UUID>> departments = new HashMap<>();

    MentionedNames(List<Person> everybody) {
        everybody.stream().filter(Person::active).forEach(this::add);
    }

    private void add(Person person) {
        String name = person.name().strip();
        put(people, name, person);
        put(people, name.replaceAll("\\s+", ""), person);
        put(people, name.split("\\s+", 2)[0], person);
        put(people, person.email(), person);
        put(people, person.email().split("@", 2)[0], person);
        if (person.department() != null) {
            put(departments, person.department(), person);
        }
    }

    private static void put(Map<String, Set<UUID>> names, String name, Person person) {
        names.computeIfAbsent(key(name), _ -> new HashSet<>()).add(person.id());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What a text mentions, as the longest name that fits at each place. */
    List<Mention> in(String text) {
        List<Mention> found = new ArrayList<>();
        Matcher at = MENTION.matcher(text);
        while (at.find()) {
            longest(words(at.group(1)), found);
        }
        return found;
    }

    private void longest(List<String> words, List<Mention> found) {
        for (int length = words.size(); length > 0; length--) {
            String name = key(String.join(" ", words.subList(0, length)));
            Mention mention = mention(name);
            if (mention == null) {
                mention = mention(name.replaceFirst("['’]s$", ""));
            }
            if (mention != null) {
                found.add(mention);
                return;
            }
        }
    }

    /** Everybody whom a name may mean. */
    Set<UUID> bearing(String name) {
        return switch (mention(key(name.strip()))) {
            case Mention.OneOf(Set<UUID> userIds) -> userIds;
            case Mention.AllOf(Set<UUID> userIds) -> userIds;
            case Mention.Everybody() -> Set.of();
            case null -> Set.of();
        };
    }

    private @Nullable Mention mention(String name) {
        if (name.equals("channel") || name.equals("all") || name.equals("everyone")) {
            return new Mention.Everybody();
        }
        Set<UUID> named = people.get(name);
        if (named != null) {
            return new Mention.OneOf(named);
        }
        Set<UUID> members = departments.get(name);
        return members == null ? null : new Mention.AllOf(members);
    }

    /** The words that follow each other with one space between, without what ends a sentence. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String piece : text.split("\\s", LONGEST_NAME + 1)) {
            Matcher word = WORD.matcher(piece);
            if (words.size() == LONGEST_NAME || !word.lookingAt()) {
                break;
            }
            words.add(word.group().replaceAll("[._'’-]+$", ""));
            if (word.end() < piece.length()
                    || word.group().length() > words.getLast().length()) {
                break;
            }
        }
        return words;
    }
}
