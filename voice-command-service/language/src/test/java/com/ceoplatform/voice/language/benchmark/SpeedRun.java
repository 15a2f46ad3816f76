package com.ceoplatform.voice.language.benchmark;

import com.ceoplatform.voice.language.ClientContext;
import com.ceoplatform.voice.language.GrammarInterpreter;
import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.language.Utterance;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How long text takes to become a plan in an organisation of 5,000 people, 1,000 channels and 100,000 tasks. No sentence
 * is said twice. Prints milliseconds by kind of sentence.
 */
public final class SpeedRun {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 60;
    private static final int MEASURED = 250;
    private static final int LONG = 10_000;

    private final GrammarInterpreter interpreter = GrammarInterpreter.load();
    private int planned;
    private final LargeOrganisation fixture = new LargeOrganisation(5_000, 1_000, 100_000);

    private SpeedRun() {}

    private Map<String, Supplier<String>> kinds() {
        LargeOrganisation some = fixture;
        Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
        kinds.put("a task for somebody", () -> "Ask %s to check the badges by Friday".formatted(some.person()));
        kinds.put("change of a task", () -> "Assign %s to %s and make it urgent".formatted(some.task(), some.person()));
        kinds.put(
                "misspelt",
                () -> "push %s to next friday and give it to %s"
                        .formatted(
                                some.misspelt(some.task().toLowerCase(Locale.ROOT)),
                                some.misspelt(some.person().toLowerCase(Locale.ROOT))));
        kinds.put("blocking", () -> "%s can't start until %s is done".formatted(some.task(), some.task()));
        kinds.put(
                "selection",
                () -> "Push everything that's overdue in %s to next Wednesday and drop the priority to low"
                        .formatted(some.channel()));
        kinds.put("question", () -> "Which tasks of %s are overdue?".formatted(some.person()));
        kinds.put("all of them", () -> "Show me all overdue tasks of the %s team".formatted(some.department()));
        kinds.put(
                "project of eight",
                () ->
                        ("Create a channel for the %s fair, add %s and %s, have %s book the stand by Friday, have %s print "
                                        + "the flyers by Monday, tell %s the budget is approved, move %s to next week, archive "
                                        + "the %s channel and remind me tomorrow at nine to call the landlord")
                                .formatted(
                                        some.department(),
                                        some.person(),
                                        some.person(),
                                        some.person(),
                                        some.person(),
                                        some.person(),
                                        some.task(),
                                        some.channel()));
        kinds.put("nobody known", () -> "Give %s to %s".formatted(some.misspelt(some.misspelt(some.task())), "Zqwxv"));
        kinds.put(
                "not a command", () -> "The weather in %s is rather nice for %s".formatted(some.task(), some.person()));
        return kinds;
    }

    /** Wall clock and processor time, which other programs on the machine do not lengthen. */
    private record Took(double wall, double processor) {}

    private Took took(String transcript) {
        Utterance utterance =
                new Utterance(transcript, fixture.speaker(), LargeOrganisation.NOW, ClientContext.NONE, "en");
        long processor = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        Interpretation read =
                interpreter.interpret(utterance, fixture.index().visibleTo(fixture.speaker()), Dialogue.EMPTY);
        double wall = (System.nanoTime() - start) / 1e6;
        double own = (THREADS.getCurrentThreadCpuTime() - processor) / 1e6;
        planned += read instanceof Interpretation.Planned ? 1 : 0;
        return new Took(wall, own);
    }

    private static String figures(String kind, List<Took> times) {
        double[] wall = times.stream().mapToDouble(Took::wall).sorted().toArray();
        double[] processor =
                times.stream().mapToDouble(Took::processor).sorted().toArray();
        return "%-20s p50 %7.2f   p99 %7.2f   max %7.2f   processor p50 %7.2f   p99 %7.2f"
                .formatted(
                        kind,
                        at(wall, 0.5),
                        at(wall, 0.99),
                        wall[wall.length - 1],
                        at(processor, 0.5),
                        at(processor, 0.99));
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    private void run() {
        Map<String, Supplier<String>> kinds = kinds();
        for (int i = 0; i < WARM_UP; i++) {
            kinds.values().forEach(kind -> took(kind.get()));
        }
        List<Took> all = new ArrayList<>();
        kinds.forEach((name, kind) -> {
            List<Took> times = new ArrayList<>();
            planned = 0;
            for (int i = 0; i < MEASURED; i++) {
                times.add(took(kind.get()));
            }
            all.addAll(times);
            System.out.println(figures(name, times) + "   planned %3d %%".formatted(100 * planned / MEASURED));
        });
        System.out.println(figures("all", all));
        adversarial();
    }

    /** The longest that is listened to, and ten thousand words: bounded whatever they say. */
    private void adversarial() {
        for (String word :
                List.of("assign it to", "and tell", "create a task", "the", fixture.person(), fixture.task())) {
            List<Double> times = new ArrayList<>();
            for (int words : new int[] {590, LONG}) {
                int each = word.split(" ").length;
                String[] repeated = new String[words / each];
                Arrays.setAll(repeated, i -> word + " " + i);
                times.add(took(String.join(" ", Arrays.copyOf(repeated, Math.max(1, words / (each + 1)))))
                        .processor());
            }
            System.out.println(
                    "%-40s 590 words %8.2f   10,000 words %8.2f".formatted(word, times.get(0), times.get(1)));
        }
    }

    public static void main(String[] arguments) {
        new SpeedRun().run();
    }
}
