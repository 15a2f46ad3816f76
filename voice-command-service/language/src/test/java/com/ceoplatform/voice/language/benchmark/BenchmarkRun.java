package com.ceoplatform.voice.language.benchmark;

import com.ceoplatform.voice.language.ClientContext;
import com.ceoplatform.voice.language.GrammarInterpreter;
import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.language.Speaker;
import com.ceoplatform.voice.language.Utterance;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.organisation.Organisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs every sentence of {@code benchmark/*.jsonl}; the name of the file is the category. */
public final class BenchmarkRun {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GrammarInterpreter interpreter = GrammarInterpreter.load();
    private final Map<String, BenchmarkOrganisation> organisations = new HashMap<>();

    record Outcome(String category, String sentence, int turns, String difference) {

        boolean right() {
            return difference.isEmpty();
        }
    }

    List<Outcome> run(Path directory) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                String category = file.getFileName().toString().replace(".jsonl", "");
                for (String line : Files.readAllLines(file)) {
                    outcomes.add(conversation(category, JSON.readTree(line)));
                }
            }
        }
        return outcomes;
    }

    private Outcome conversation(String category, JsonNode entry) {
        JsonNode turns = entry.has("turns")
                ? entry.path("turns")
                : JSON.createArrayNode().add(entry);
        BenchmarkOrganisation fixture = organisations.computeIfAbsent(
                entry.path("in").asString(""),
                name -> new BenchmarkOrganisation(name.isEmpty() ? "organisation" : "organisation-" + name));
        ClientContext context = new ClientContext(
                entry.path("context").path("channel").asString(null),
                entry.path("context").path("task").asString(null));
        Speaker speaker = entry.has("as") ? fixture.speaker(entry.path("as").asString()) : fixture.speaker();
        Organisation organisation = fixture.organisation(speaker);
        Dialogue dialogue = Dialogue.EMPTY;
        String first = turns.path(0).path("say").asString();
        for (JsonNode turn : turns) {
            Utterance utterance = new Utterance(
                    turn.path("say").asString(),
                    speaker,
                    fixture.now(),
                    context,
                    entry.path("locale").asString("en"));
            Interpretation read = interpreter.interpret(utterance, organisation, dialogue);
            String difference = difference(fixture, turn, read);
            if (!difference.isEmpty()) {
                return new Outcome(category, first, turns.size(), "'" + utterance.transcript() + "': " + difference);
            }
            dialogue = read.dialogue();
        }
        return new Outcome(category, first, turns.size(), "");
    }

    private static String difference(BenchmarkOrganisation fixture, JsonNode turn, Interpretation read) {
        String status = turn.path("status").asString(turn.path("plan").isEmpty() ? "undone" : "planned");
        String actual = status(read);
        boolean confirming = status.equals("planned") && actual.equals("awaiting_confirmation");
        if (!status.equals(actual) && !confirming) {
            return "expected " + status + ", was " + actual + " " + told(read);
        }
        if (read instanceof Interpretation.NeedsClarification asked && turn.has("candidates")) {
            return differentCandidates(turn.path("candidates"), asked);
        }
        return read instanceof Interpretation.Planned planned && turn.has("plan")
                ? new ExpectedPlan(fixture.organisation(), fixture.now().atZone(fixture.zone()))
                        .difference(turn.path("plan"), planned.actions())
                : "";
    }

    private static String differentCandidates(JsonNode expected, Interpretation.NeedsClarification asked) {
        Set<String> labels = new TreeSet<>();
        expected.forEach(label -> labels.add(label.asString()));
        Set<String> offered = new TreeSet<>();
        asked.candidates()
                .forEach(candidate -> offered.add(candidate.reference().label()));
        return labels.equals(offered) ? "" : "expected to be offered " + labels + ", was asked " + asked.question();
    }

    private static String told(Interpretation read) {
        return switch (read) {
            case Interpretation.Planned planned ->
                planned.actions().stream()
                        .map(action -> action.type().wire() + JSON.writeValueAsString(action.parameters()))
                        .toList()
                        .toString();
            case Interpretation.NeedsClarification asked -> asked.question();
            case Interpretation.NotUnderstood not -> not.reply();
            case Interpretation.ConfirmPending ignored -> "";
            case Interpretation.CancelPending ignored -> "";
            case Interpretation.UndoLast ignored -> "";
        };
    }

    private static String status(Interpretation read) {
        return switch (read) {
            case Interpretation.Planned planned -> planned.confirmation() == null ? "planned" : "awaiting_confirmation";
            case Interpretation.NeedsClarification ignored -> "awaiting_clarification";
            case Interpretation.NotUnderstood ignored -> "not_understood";
            case Interpretation.ConfirmPending ignored -> "confirmed";
            case Interpretation.CancelPending ignored -> "cancelled";
            case Interpretation.UndoLast ignored -> "undone";
        };
    }

    /** Right of all, by category. */
    static String report(List<Outcome> outcomes) {
        Map<String, int[]> counts = new TreeMap<>();
        outcomes.forEach(outcome -> {
            int[] count = counts.computeIfAbsent(outcome.category(), key -> new int[2]);
            count[0] += outcome.right() ? 1 : 0;
            count[1]++;
        });
        StringBuilder report = new StringBuilder();
        counts.forEach(
                (category, count) -> report.append("%-24s %4d of %4d%n".formatted(category, count[0], count[1])));
        long right = outcomes.stream().filter(Outcome::right).count();
        int sentences = outcomes.stream().mapToInt(Outcome::turns).sum();
        return report.append("%-24s %4d of %4d (%.1f %%), %d sentences%n"
                        .formatted("all", right, outcomes.size(), 100.0 * right / outcomes.size(), sentences))
                .toString();
    }

    public static void main(String[] arguments) throws IOException {
        List<Outcome> outcomes = new BenchmarkRun().run(Path.of(arguments[0]));
        outcomes.stream()
                .filter(outcome -> !outcome.right())
                .forEach(outcome -> System.out.println(
                        outcome.category() + " | " + outcome.sentence() + "\n      " + outcome.difference()));
        System.out.println(report(outcomes));
    }
}
