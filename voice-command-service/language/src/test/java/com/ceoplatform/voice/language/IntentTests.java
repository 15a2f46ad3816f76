package com.ceoplatform.voice.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.voice.language.benchmark.BenchmarkOrganisation;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.plan.ReplyWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Each intent's file has its mirror here: sentences, the action they become, and the reply when it is done. */
class IntentTests {

    private static final Path MIRRORS = Path.of("src/test/resources/sentences");
    private static final GrammarInterpreter INTERPRETER = GrammarInterpreter.load();
    private final BenchmarkOrganisation fixture = new BenchmarkOrganisation();

    @TestFactory
    List<DynamicTest> everySentenceOfEveryIntent() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MIRRORS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                String locale = file.getParent().getFileName().toString();
                new YAMLMapper()
                        .readTree(file)
                        .path("sentences")
                        .forEach(entry -> tests.add(DynamicTest.dynamicTest(
                                locale + ": " + entry.path("say").asString(), () -> check(locale, entry))));
            }
        }
        return tests;
    }

    private void check(String locale, JsonNode entry) {
        Utterance utterance = new Utterance(
                entry.path("say").asString(), fixture.speaker(), fixture.now(), ClientContext.NONE, locale);
        Interpretation read = INTERPRETER.interpret(utterance, fixture.organisation(), Dialogue.EMPTY);
        if (entry.has("dialogue")) {
            assertThat(read.getClass().getSimpleName())
                    .isEqualTo(entry.path("dialogue").asString());
            return;
        }
        assertThat(read).isInstanceOf(Interpretation.Planned.class);
        Interpretation.Planned planned = (Interpretation.Planned) read;
        assertThat(planned.actions())
                .extracting(action -> action.type().wire())
                .contains(entry.path("action").asString());
        if (entry.has("reply")) {
            assertThat(new ReplyWriter().done(planned.actions()))
                    .isEqualTo(entry.path("reply").asString());
        }
    }
}
