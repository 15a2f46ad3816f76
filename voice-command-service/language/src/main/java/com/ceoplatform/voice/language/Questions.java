package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.Interpretation.Candidate;
import com.ceoplatform.voice.language.grammar.Language;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.Task;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Unclear;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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

    String question(Unclear unclear) {
        String kind = unclear.kind().wire();
        return switch (unclear.reason()) {
            case AMBIGUOUS ->
                language.text(
                        "which",
                        unclear.said(),
                        candidates(unclear).stream().map(this::named).collect(Collectors.joining(", ")));
            case UNKNOWN ->
                unclear.said().isEmpty()
                        ? language.text("nothing_" + kind)
                        : language.text("unknown_" + kind, unclear.said());
            case MISSING -> language.text("missing_" + kind);
            case MISSING_TIME -> language.text("missing_time");
            case MISSING_NAME -> language.text("missing_name_" + kind);
            case MISSING_CONTENT -> language.text("missing_content");
        };
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
