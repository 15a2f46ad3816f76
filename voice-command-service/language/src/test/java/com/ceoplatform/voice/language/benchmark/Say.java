package com.ceoplatform.voice.language.benchmark;

import com.ceoplatform.voice.language.ClientContext;
import com.ceoplatform.voice.language.GrammarInterpreter;
import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.language.Utterance;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Reads sentences from standard input and shows what becomes of each; an empty line begins a new conversation. Arguments: locale, organisation. */
public final class Say {

    private Say() {}

    public static void main(String[] arguments) throws IOException {
        GrammarInterpreter interpreter = GrammarInterpreter.load();
        String locale = arguments.length > 0 ? arguments[0] : "en";
        BenchmarkOrganisation fixture = new BenchmarkOrganisation(arguments.length > 1 ? arguments[1] : "organisation");
        Dialogue dialogue = Dialogue.EMPTY;
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank()) {
                dialogue = Dialogue.EMPTY;
                continue;
            }
            Utterance utterance = new Utterance(line, fixture.speaker(), fixture.now(), ClientContext.NONE, locale);
            long start = System.nanoTime();
            Interpretation read = interpreter.interpret(utterance, fixture.organisation(), dialogue);
            long micros = (System.nanoTime() - start) / 1000;
            System.out.println("> " + line + "   [" + micros / 1000.0 + " ms]");
            show(read);
            dialogue = read.dialogue();
        }
    }

    private static void show(Interpretation read) {
        JsonMapper json = JsonMapper.builder().build();
        switch (read) {
            case Interpretation.Planned planned -> {
                planned.actions()
                        .forEach(action -> System.out.println("    " + action.id() + " "
                                + action.type().wire() + " " + json.writeValueAsString(action.parameters())
                                + action.dependsOn()));
                if (planned.confirmation() != null) {
                    System.out.println("    ? " + planned.confirmation().readBack());
                }
            }
            case Interpretation.NeedsClarification asked ->
                System.out.println(
                        "    ? " + asked.question() + " partial: " + json.writeValueAsString(asked.partialPlan()));
            case Interpretation.NotUnderstood not -> System.out.println("    not understood: " + not.reply());
            case Interpretation.ConfirmPending ignored -> System.out.println("    confirm");
            case Interpretation.CancelPending ignored -> System.out.println("    cancel");
            case Interpretation.UndoLast ignored -> System.out.println("    undo");
        }
    }
}
