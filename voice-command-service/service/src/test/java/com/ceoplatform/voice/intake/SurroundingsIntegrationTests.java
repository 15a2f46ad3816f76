package com.ceoplatform.voice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.voice.language.ClientContext;
import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.language.Utterance;
import com.ceoplatform.voice.language.dialogue.PendingClarification;
import com.ceoplatform.voice.testing.ScriptedInterpreter;
import com.ceoplatform.voice.testing.VoiceApi;
import com.ceoplatform.voice.testing.VoiceServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An answer is understood in the language of its question and in front of what the question was asked about. */
@VoiceServiceTest
class SurroundingsIntegrationTests {

    private static final String ORDER = "añade a Quentin a este canal";
    private static final String ANSWER = "el de ventas";

    private final Someone ceo = Someone.ceo();
    private final String channel = UUID.randomUUID().toString();

    @Autowired
    private VoiceApi api;

    @Autowired
    private ScriptedInterpreter interpreter;

    @BeforeEach
    void teach() {
        interpreter.teach(
                ORDER,
                (dialogue, organisation) -> new Interpretation.NeedsClarification(
                        "¿Qué Quentin?",
                        List.of(),
                        List.of(),
                        dialogue.asking(new PendingClarification(ORDER, "quentin", Map.of(), List.of()))));
    }

    private Answer ask() {
        return api.post(
                ceo,
                "/voice/commands",
                Map.of("transcript", ORDER, "locale", "es", "context", Map.of("channelId", channel)));
    }

    @Test
    void anAnswerIsHeardAsItsQuestionWasAsked() {
        Answer asked = ask();

        api.post(ceo, "/voice/commands/" + asked.id() + "/answer", Map.of("answer", ANSWER));

        Utterance heard = interpreter.heard(ANSWER);
        assertThat(heard.locale()).isEqualTo("es");
        assertThat(heard.context()).isEqualTo(new ClientContext(channel, null));
    }

    @Test
    void soIsTheNextSentence() {
        api.say(ceo, "el segundo", ask().text("conversationId"));

        Utterance heard = interpreter.heard("el segundo");
        assertThat(heard.locale()).isEqualTo("es");
        assertThat(heard.context()).isEqualTo(new ClientContext(channel, null));
    }

    @Test
    void whatTheNextSentenceSaysItselfCounts() {
        String other = UUID.randomUUID().toString();

        api.post(
                ceo,
                "/voice/commands",
                Map.of(
                        "transcript",
                        "the second one",
                        "locale",
                        "en",
                        "context",
                        Map.of("taskId", other),
                        "conversationId",
                        ask().text("conversationId")));

        Utterance heard = interpreter.heard("the second one");
        assertThat(heard.locale()).isEqualTo("en");
        assertThat(heard.context()).isEqualTo(new ClientContext(null, other));
    }

    @Test
    void aConversationWithoutAQuestionBeginsAnew() {
        Answer first = api.post(
                ceo,
                "/voice/commands",
                Map.of("transcript", "hola", "locale", "es", "context", Map.of("channelId", channel)));

        api.say(ceo, "hello", first.text("conversationId"));

        assertThat(interpreter.heard("hello").locale()).isEqualTo("en");
        assertThat(interpreter.heard("hello").context()).isEqualTo(ClientContext.NONE);
    }
}
