package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.Interpretation.Candidate;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.Task;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Unclear;
import com.ceoplatform.voice.language.text.Transcript;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The one short question about what is unclear, with what it may be. */
final class Questions {

    private static final int OFFERED = 6;

    private final Language language;
    private final Organisation organisation;

    Questions(Language language, Organisation organisation) {
        this.language = language;
        this.organisation = organisation;
    }

    /** Names are asked for as they are written: as the directory has them, else as the speaker's transcript does. */
    String question(Unclear unclear, Transcript transcript) {
        String said = written(unclear, transcript);
        String kind = unclear.kind().wire();
        return switch (unclear.reason()) {
            case AMBIGUOUS ->
                language.text(
                        "which",
                        said,
                        either(candidates(unclear).stream().map(this::named).toList()));
            case UNKNOWN ->
                unclear.said().isEmpty() ? language.text("nothing_" + kind) : language.text("unknown_" + kind, said);
            case MISSING -> language.text("missing_" + kind);
            case MISSING_TIME -> language.text("missing_time");
            case MISSING_NAME -> language.text("missing_name_" + kind);
            case MISSING_CONTENT -> language.text("missing_content");
        };
    }

    private static String written(Unclear unclear, Transcript transcript) {
        String said = unclear.said();
        int length = said.split(" ").length;
        return unclear.candidates().stream()
                .map(candidate -> partOf(candidate.label(), said))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> IntStream.rangeClosed(0, transcript.size() - length)
                        .filter(from -> transcript.words(from, from + length).equals(said))
                        .mapToObj(from -> transcript.text(from, from + length))
                        .findFirst())
                .orElse(said);
    }

    private static Optional<String> partOf(String label, String said) {
        int at = label.toLowerCase(Locale.ROOT).indexOf(said);
        return at < 0 ? Optional.empty() : Optional.of(label.substring(at, at + said.length()));
    }

    private String either(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " " + language.text("or") + " "
                        + names.getLast();
    }

    private String named(Candidate candidate) {
        return candidate.description().isEmpty()
                ? candidate.reference().label()
                : candidate.reference().label() + " (" + candidate.description() + ")";
    }

    List<Candidate> candidates(Unclear unclear) {
        return unclear.candidates().stream()
                .limit(OFFERED)
                .map(reference -> new Candidate(reference, description(reference)))
                .toList();
    }

    String description(Reference reference) {
        if (reference.kind() == ReferenceKind.USER) {
            return organisation
                    .person(reference.id())
                    .map(person -> joined(Stream.of(person.jobTitle(), person.department())))
                    .orElse("");
        }
        if (reference.kind() == ReferenceKind.TASK) {
            return organisation.task(reference.id()).map(this::description).orElse("");
        }
        return organisation
                .channel(reference.id())
                .map(channel -> channel.type().wire() + ", " + channel.privacy().wire())
                .orElse("");
    }

    private String description(Task task) {
        String people = task.assigneeIds().stream()
                .map(organisation::person)
                .flatMap(Optional::stream)
                .map(person -> person.name())
                .sorted()
                .limit(3)
                .collect(Collectors.joining(" & "));
        String channel = task.channelId() == null
                ? null
                : organisation.channel(task.channelId()).map(it -> it.name()).orElse(null);
        return joined(Stream.of(task.status().wire().replace('_', ' '), people, channel));
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(Objects::nonNull).filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }
}
