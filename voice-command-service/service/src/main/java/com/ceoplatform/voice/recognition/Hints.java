package com.ceoplatform.voice.recognition;

import com.ceoplatform.voice.config.SpeechSettings;
import com.ceoplatform.voice.language.organisation.Channel;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.Person;
import com.ceoplatform.voice.language.organisation.Task;
import com.ceoplatform.voice.speech.RecognitionHints;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a speaker is likely to name, of what they may see: colleagues first, then the others; channels that were busy last;
 * open tasks that are new. Read from the copy that events keep, so that a name counts as soon as it is there.
 */
@Component
public class Hints {

    /** Of the names, how many may be those of channels. */
    private static final int CHANNELS_PART = 4;

    /** Older tasks are named less often than they would be heard by mistake. */
    private static final Duration NEW = Duration.ofDays(90);

    /** Tasks looked at; more would cost more time than they are worth. */
    private static final int CONSIDERED = 5_000;

    /** Longer titles are not said to the end. */
    private static final int LONGEST_TITLE = 60;

    private final SpeechSettings settings;
    private final Clock clock;

    Hints(SpeechSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public RecognitionHints from(Organisation organisation, String speakerId, String locale) {
        List<Channel> channels = channels(organisation);
        Set<String> names = new LinkedHashSet<>();
        channels.stream()
                .map(Channel::name)
                .limit(settings.names() / CHANNELS_PART)
                .forEach(names::add);
        people(organisation, speakerId, channels).forEach(person -> {
            names.add(person.name());
            names.add(person.name().substring(person.name().lastIndexOf(' ') + 1));
        });
        names.removeIf(String::isBlank);
        return new RecognitionHints(
                names.stream().limit(settings.names()).toList(), titles(organisation), Locale.forLanguageTag(locale));
    }

    private static List<Channel> channels(Organisation organisation) {
        return organisation.channels().stream()
                .filter(channel -> !channel.archived())
                .sorted(Comparator.comparing(Hints::lastBusy).reversed().thenComparing(Channel::name))
                .toList();
    }

    private static Instant lastBusy(Channel channel) {
        return Objects.requireNonNullElse(channel.lastActivityAt(), channel.createdAt());
    }

    /** Those nearest to the speaker first: the organisation may have more people than the recogniser can be told. */
    private static List<Person> people(Organisation organisation, String speakerId, List<Channel> channels) {
        Optional<Person> speaker = organisation.person(speakerId);
        Set<String> near = new HashSet<>();
        channels.stream()
                .filter(channel -> channel.memberIds().contains(speakerId))
                .forEach(channel -> near.addAll(channel.memberIds()));
        organisation.reportsOf(speakerId).forEach(report -> near.add(report.id()));
        speaker.map(Person::department)
                .map(organisation::inDepartment)
                .ifPresent(colleagues -> colleagues.forEach(colleague -> near.add(colleague.id())));
        return organisation.people().stream()
                .sorted(Comparator.comparing((Person person) -> !near.contains(person.id()))
                        .thenComparing(Person::name))
                .toList();
    }

    private List<String> titles(Organisation organisation) {
        Instant since = clock.instant().minus(NEW);
        return organisation
                .tasks(
                        task -> task.open()
                                && isSaid(task.title())
                                && task.createdAt().isAfter(since),
                        CONSIDERED)
                .stream()
                .sorted(Comparator.comparing(Task::createdAt).reversed().thenComparing(Task::id))
                .map(Task::title)
                .distinct()
                .limit(settings.titles())
                .toList();
    }

    private static boolean isSaid(String title) {
        return !title.isBlank() && title.length() <= LONGEST_TITLE;
    }
}
