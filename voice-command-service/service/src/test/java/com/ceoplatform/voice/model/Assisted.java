package com.ceoplatform.voice.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.voice.config.ModelSettings;
import com.ceoplatform.voice.language.ClientContext;
import com.ceoplatform.voice.language.GrammarInterpreter;
import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.language.Interpretation.NotUnderstood;
import com.ceoplatform.voice.language.Speaker;
import com.ceoplatform.voice.language.Utterance;
import com.ceoplatform.voice.language.WordedReading;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.organisation.Channel;
import com.ceoplatform.voice.language.organisation.ChannelType;
import com.ceoplatform.voice.language.organisation.OrganisationIndex;
import com.ceoplatform.voice.language.organisation.Person;
import com.ceoplatform.voice.language.organisation.Privacy;
import com.ceoplatform.voice.language.organisation.Role;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The interpreter with a model that a test lets answer, and an organisation of three. */
final class Assisted implements AutoCloseable {

    /** Nothing that the grammar understands. */
    static final String RIDDLE = "sarah might as well wrap up the churn numbers";

    private static final GrammarInterpreter GRAMMAR = GrammarInterpreter.load();
    private static final WordedReading READING = WordedReading.load();
    private static final Instant MONDAY = Instant.parse("2027-03-01T14:00:00Z");

    private final OrganisationIndex index = new OrganisationIndex();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Speaker ceo = new Speaker("p0", "Alex Morgan", Role.CEO, null, ZoneOffset.UTC);
    private final ChatServer server = new ChatServer();

    Assisted() {
        person("p1", "Sarah Chen", "Marketing");
        person("p2", "Sam Reed", "Sales");
        index.upsert(new Channel(
                "c1", "Finance", ChannelType.DEPARTMENT, Privacy.PUBLIC, false, MONDAY, null, Set.of("p1")));
    }

    ChatServer server() {
        return server;
    }

    void person(String id, String name, String department) {
        index.upsert(new Person(id, name, Role.STAFF, department, null, null, true));
    }

    /** The meaning without the model. */
    Interpretation grammar(String sentence) {
        return GRAMMAR.interpret(said(sentence), index.visibleTo(ceo), Dialogue.EMPTY);
    }

    Interpretation interpret(String sentence) {
        return interpret(sentence, Dialogue.EMPTY);
    }

    Interpretation interpret(String sentence, Dialogue dialogue) {
        return interpreter().interpret(said(sentence), index.visibleTo(ceo), dialogue);
    }

    /** Interprets by one and the same interpreter, which remembers how the model did. */
    void interpretAgainAndAgain(String sentence, int times) {
        AssistedInterpreter interpreter = interpreter();
        for (int time = 0; time < times; time++) {
            interpreter.interpret(said(sentence), index.visibleTo(ceo), Dialogue.EMPTY);
        }
    }

    /** How many answers of the model came to this. */
    double counted(String outcome) {
        return meters.counter("voice.model.answers", "outcome", outcome).count();
    }

    /** Asks and expects the grammar's answer, because the model's came to this. */
    void assertFallsBack(String outcome) {
        double before = counted(outcome);
        assertThat(interpret(RIDDLE)).isInstanceOf(NotUnderstood.class);
        assertThat(counted(outcome)).isEqualTo(before + 1);
    }

    private AssistedInterpreter interpreter() {
        ModelSettings settings = new ModelSettings(server.address(), "test-model", "key", Duration.ofMillis(700), 4);
        return new AssistedInterpreter(GRAMMAR, READING, settings, meters, Clock.systemUTC());
    }

    private Utterance said(String transcript) {
        return new Utterance(transcript, ceo, MONDAY, ClientContext.NONE, "en");
    }

    static String nothing() {
        return "{\"understood\":false,\"actions\":[]}";
    }

    static String plan(ObjectNode... actions) {
        ObjectNode plan = ChatServer.MAPPER.createObjectNode().put("understood", true);
        plan.putArray("actions").addAll(List.of(actions));
        return plan.toString();
    }

    static ObjectNode action(String type, @Nullable String name, @Nullable String text, String... people) {
        ObjectNode action = ChatServer.MAPPER
                .createObjectNode()
                .put("type", type)
                .put("name", name)
                .put("text", text);
        var named = action.putArray("people");
        List.of(people).forEach(named::add);
        action.putArray("addPeople");
        action.putNull("channel");
        action.putArray("tasks");
        action.putArray("blockedBy");
        List.of("when", "durationMinutes", "priority", "status", "privacy", "channelType")
                .forEach(action::putNull);
        return action;
    }

    @Override
    public void close() {
        server.close();
    }
}
