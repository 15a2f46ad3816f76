package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.Person;
import com.ceoplatform.voice.language.organisation.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People by what they are: "the warehouse lead", "both designers", "our CFO". */
final class JobTitles {

    private final Organisation organisation;
    private @Nullable Map<String, List<String>> titles;

    JobTitles(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Everybody with a title that the words may mean, in the singular or the plural. */
    List<Person> called(List<String> said) {
        return titles().entrySet().stream()
                .filter(title -> titled(title.getValue(), said))
                .flatMap(title -> organisation.withJobTitle(title.getKey()).stream())
                .toList();
    }

    private Map<String, List<String>> titles() {
        if (titles == null) {
            titles = organisation.jobTitles().stream().collect(Collectors.toMap(title -> title, Words::of));
        }
        return titles;
    }

    private static boolean titled(List<String> title, List<String> said) {
        String last = said.isEmpty() ? "" : said.getLast();
        String singular = last.endsWith("men")
                ? last.substring(0, last.length() - 2) + "an"
                : last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
        String initials = title.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
        return !said.isEmpty()
                && !title.isEmpty()
                && ((said.size() == 1 && title.size() > 2 && initials.equals(last))
                        || Objects.equals(title, said)
                        || (title.subList(0, title.size() - 1).equals(said.subList(0, said.size() - 1))
                                && title.getLast().equals(singular)));
    }
}
