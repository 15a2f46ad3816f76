package com.ceoplatform.voice.language.resolve;

import com.ceoplatform.voice.language.grammar.Matched;
import com.ceoplatform.voice.language.grammar.Value;
import com.ceoplatform.voice.language.organisation.Channel;
import com.ceoplatform.voice.language.organisation.Organisation;
import com.ceoplatform.voice.language.organisation.Person;
import com.ceoplatform.voice.language.organisation.Role;
import com.ceoplatform.voice.language.organisation.Words;
import com.ceoplatform.voice.language.plan.Reference;
import com.ceoplatform.voice.language.plan.ReferenceKind;
import com.ceoplatform.voice.language.resolve.Departments.Department;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What each way to speak of people means. The name of a rule says which way it is. */
final class Groups {

    private final Scene scene;
    private final Organisation organisation;
    private final JobTitles jobs;
    private final PeoplePronouns pronouns;
    private final DepartmentHeads heads;
    private @Nullable Collection<Person> everybody;

    Groups(Scene scene) {
        this.scene = scene;
        this.organisation = scene.organisation();
        this.pronouns = new PeoplePronouns(scene, this::membersOf);
        this.jobs = new JobTitles(organisation);
        this.heads = new DepartmentHeads(scene);
    }

    /** Empty when the words cannot mean people after all. */
    Optional<Found> read(Matched phrase) {
        return switch (phrase.rule().name()) {
            case "name" -> found(phrase, "name");
            case "name_in" -> found(phrase, "name").map(found -> inDepartment(found, phrase));
            case "department" -> Optional.of(people(organisation.inDepartment(department(phrase))));
            case "reports" -> found(phrase, "owner").map(this::team);
            case "reports_of" -> found(phrase, "name").map(this::team);
            case "my_team" -> Optional.of(team(Found.one(ReferenceKind.USER, speaker())));
            case "my_manager" -> Optional.of(manager(said(phrase)));
            case "the_team" -> Optional.of(theTeam());
            case "heads" ->
                Optional.of(people(everybody().stream().filter(heads::heads).toList()));
            case "managers" -> Optional.of(people(DepartmentHeads.managers(everybody())));
            case "department_managers" ->
                Optional.of(people(DepartmentHeads.managers(organisation.inDepartment(department(phrase)))));
            case "department_head" -> Optional.of(head(phrase));
            case "everyone" -> Optional.of(people(everybody()));
            case "ceo" -> Optional.of(people(withRole(Role.CEO)));
            case "me" -> Optional.of(Found.one(ReferenceKind.USER, speaker()));
            case "one" -> Optional.of(pronouns.read(phrase, false));
            case "several" -> Optional.of(pronouns.read(phrase, true));
            case "title" -> title(phrase);
            case "members" -> Optional.of(members(phrase));
            case "unknown_group" ->
                Optional.of(Found.not(
                        Unclear.unknown(ReferenceKind.USER, scene.transcript().words(phrase.from(), phrase.end()))));
            default -> Optional.empty();
        };
    }

    private static Optional<Found> found(Matched phrase, String slot) {
        return phrase.value(slot, Found.class);
    }

    private static String department(Matched phrase) {
        return phrase.value("department", Department.class)
                .map(Department::name)
                .orElse("");
    }

    private Reference speaker() {
        return new Reference(
                ReferenceKind.USER,
                scene.utterance().speaker().id(),
                scene.utterance().speaker().name());
    }

    private static Found people(Collection<Person> people) {
        return Found.some(
                ReferenceKind.USER,
                people.stream().map(Reference::to).sorted(byLabel()).toList());
    }

    private static Comparator<Reference> byLabel() {
        return Comparator.comparing(Reference::label);
    }

    /** "Chris from legal": the one of them who is there. */
    private Found inDepartment(Found found, Matched phrase) {
        String department = department(phrase);
        List<Reference> candidates =
                found.clear() ? found.references() : found.unclear().getFirst().candidates();
        List<Reference> there = candidates.stream()
                .filter(reference -> organisation
                        .person(reference.id())
                        .map(Person::department)
                        .filter(department::equalsIgnoreCase)
                        .isPresent())
                .toList();
        String said = scene.transcript().words(phrase.from(), phrase.end());
        return switch (there.size()) {
            case 0 -> Found.not(Unclear.unknown(ReferenceKind.USER, said));
            case 1 -> Found.one(ReferenceKind.USER, there.getFirst());
            default -> Found.not(Unclear.ambiguous(ReferenceKind.USER, said, there));
        };
    }

    /** Those who report to somebody, or their department when nobody does. */
    Found team(Found owner) {
        if (!owner.clear() || owner.references().isEmpty()) {
            return owner;
        }
        String id = owner.references().getFirst().id();
        List<Person> reports = organisation.reportsOf(id);
        if (!reports.isEmpty()) {
            return people(reports);
        }
        String department = organisation.person(id).map(Person::department).orElse(null);
        return department == null
                ? Found.not(Unclear.unknown(ReferenceKind.USER, "team"))
                : people(organisation.inDepartment(department));
    }

    /** Whom the speaker reports to. */
    private Found manager(String said) {
        return organisation
                .person(speaker().id())
                .map(Person::managerId)
                .flatMap(organisation::person)
                .map(boss -> Found.one(ReferenceKind.USER, Reference.to(boss)))
                .orElseGet(() -> Found.not(Unclear.unknown(ReferenceKind.USER, said)));
    }

    private Found theTeam() {
        Optional<Salience.Entry> channel = scene.salience().last(ReferenceKind.CHANNEL);
        Optional<Salience.Entry> several = scene.salience().lastSeveral(ReferenceKind.USER);
        if (several.isPresent()) {
            return Found.pronoun(ReferenceKind.USER, several.get().references());
        }
        return channel.map(entry -> membersOf(entry.references().getFirst()))
                .filter(found -> !found.references().isEmpty())
                .orElseGet(() -> team(Found.one(ReferenceKind.USER, speaker())));
    }

    private Found head(Matched phrase) {
        String department = department(phrase);
        Optional<Person> head = heads.head(department);
        List<Reference> candidates = DepartmentHeads.managers(organisation.inDepartment(department)).stream()
                .map(Reference::to)
                .toList();
        String said = scene.transcript().words(phrase.from(), phrase.end());
        return head.map(person -> Found.one(ReferenceKind.USER, Reference.to(person)))
                .orElseGet(() -> Found.not(
                        candidates.isEmpty()
                                ? Unclear.unknown(ReferenceKind.USER, said)
                                : Unclear.ambiguous(ReferenceKind.USER, said, candidates)));
    }

    private List<Person> withRole(Role role) {
        return everybody().stream().filter(person -> person.role() == role).toList();
    }

    private String said(Matched phrase) {
        return scene.transcript().words(phrase.from(), phrase.end());
    }

    private Optional<Found> title(Matched phrase) {
        List<String> said = phrase.value("job_title", Value.Span.class)
                .map(span -> Words.of(scene.transcript().words(span.from(), span.to())))
                .orElse(List.of());
        boolean quantified = IntStream.range(Math.max(0, phrase.from() - 1), phrase.end())
                .anyMatch(i -> scene.language()
                        .words("every")
                        .contains(scene.transcript().at(i).norm()));
        boolean plural = said.isEmpty()
                || quantified
                || said.getLast().endsWith("s")
                || said.getLast().endsWith("men");
        List<Person> those = jobs.called(said);
        if (those.isEmpty()) {
            return Optional.empty();
        }
        boolean one = those.size() == 1 || plural;
        List<Reference> references = those.stream().map(Reference::to).toList();
        return Optional.of(
                one
                        ? people(those)
                        : scene.bound("user:" + said(phrase))
                                .map(bound -> Found.some(ReferenceKind.USER, bound))
                                .orElseGet(() ->
                                        Found.not(Unclear.ambiguous(ReferenceKind.USER, said(phrase), references))));
    }

    private Collection<Person> everybody() {
        if (everybody == null) {
            everybody = organisation.people();
        }
        return everybody;
    }

    private Found members(Matched phrase) {
        return phrase.value("channel", Found.class)
                .filter(Found::clear)
                .map(channel -> membersOf(channel.references().getFirst()))
                .orElseGet(() -> Found.not(Unclear.unknown(ReferenceKind.USER, said(phrase))));
    }

    private Found membersOf(Reference channel) {
        List<Person> members = organisation.channel(channel.id()).map(Channel::memberIds).stream()
                .flatMap(Collection::stream)
                .map(organisation::person)
                .flatMap(Optional::stream)
                .filter(Person::active)
                .toList();
        return people(members);
    }
}
