package com.ceoplatform.voice.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.voice.language.Interpretation.NeedsClarification;
import com.ceoplatform.voice.language.Interpretation.Planned;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.organisation.Channel;
import com.ceoplatform.voice.language.organisation.ChannelType;
import com.ceoplatform.voice.language.organisation.OrganisationIndex;
import com.ceoplatform.voice.language.organisation.Person;
import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.language.organisation.Privacy;
import com.ceoplatform.voice.language.organisation.Role;
import com.ceoplatform.voice.language.plan.ActionType;
import com.ceoplatform.voice.language.plan.Parameters;
import com.ceoplatform.voice.language.plan.Reference;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordedReadingTests {

    private static final WordedReading READING = WordedReading.load();
    private static final Instant MONDAY = Instant.parse("2027-03-01T14:00:00Z");

    private final OrganisationIndex index = new OrganisationIndex();
    private final Speaker speaker = new Speaker("p0", "Alex Morgan", Role.CEO, null, ZoneId.of("America/New_York"));

    @BeforeEach
    void fill() {
        index.upsert(person("p0", "Alex Morgan", null));
        index.upsert(person("p1", "Sarah Chen", "Marketing"));
        index.upsert(person("p2", "Chris Bauer", "Legal"));
        index.upsert(person("p3", "Chris Doyle", "Sales"));
        index.upsert(new Channel(
                "c1", "Finance", ChannelType.DEPARTMENT, Privacy.PUBLIC, false, MONDAY, null, Set.of("p1", "p2")));
    }

    @Test
    void findsPeopleAndMomentsAsTheGrammarDoes() {
        Planned plan = planned(
                "Sarah might want to look into the churn numbers by friday",
                action(
                        ActionType.TASK_CREATE,
                        "look into the churn numbers",
                        null,
                        List.of("Sarah"),
                        null,
                        "by friday"));

        Parameters.CreateTask task =
                (Parameters.CreateTask) plan.actions().getFirst().parameters();
        assertThat(task.assignees()).extracting(Reference::id).containsExactly("p1");
        assertThat(task.dueAt()).hasToString("2027-03-05T17:00-05:00");
        assertThat(plan.confirmation()).isNull();
    }

    @Test
    void letsLaterActionsSpeakOfWhatEarlierOnesMake() {
        Planned plan = planned(
                "we want a channel harbour with a task cranes in harbour",
                action(ActionType.CHANNEL_CREATE, "harbour", null, List.of(), null, null),
                action(ActionType.TASK_CREATE, "cranes", null, List.of(), "harbour", null));

        assertThat(plan.actions().get(1).dependsOn()).containsExactly("a1");
    }

    @Test
    void asksWhichOfTwoAndTakesTheAnswer() {
        WordedAction told =
                action(ActionType.MESSAGE_SEND, null, "the contract is signed", List.of("Chris"), null, null);
        Utterance sentence = said("chris should hear that the contract is signed");
        NeedsClarification asked =
                (NeedsClarification) read(sentence, Dialogue.EMPTY, told).orElseThrow();
        assertThat(asked.candidates()).hasSize(2);
        assertThat(READING.sentence(said("the one from legal"), asked.dialogue()))
                .isEqualTo(sentence.transcript());

        Planned plan = (Planned)
                read(said("the one from legal"), asked.dialogue(), told).orElseThrow();

        Parameters.SendMessage message =
                (Parameters.SendMessage) plan.actions().getFirst().parameters();
        assertThat(message.users()).extracting(Reference::id).containsExactly("p2");
    }

    @Test
    void asksForSomebodyWhomNobodyKnows() {
        Optional<Interpretation> meaning = read(
                said("zorblax should hear that lunch is ready"),
                Dialogue.EMPTY,
                action(ActionType.MESSAGE_SEND, null, "lunch is ready", List.of("zorblax"), null, null));

        assertThat(meaning).containsInstanceOf(NeedsClarification.class);
    }

    @Test
    void acceptsNothingThatWasNotSaid() {
        Utterance sentence = said("sarah could use a hand with the churn numbers");

        assertThat(read(
                        sentence,
                        Dialogue.EMPTY,
                        action(ActionType.CHANNEL_ARCHIVE, null, null, List.of(), "Finance", null)))
                .isEmpty();
        assertThat(read(
                        sentence,
                        Dialogue.EMPTY,
                        action(ActionType.TASK_CREATE, "churn numbers", null, List.of("p2"), null, null)))
                .isEmpty();
        assertThat(read(
                        sentence,
                        Dialogue.EMPTY,
                        action(ActionType.MESSAGE_SEND, null, "you are fired", List.of("sarah"), null, null)))
                .isEmpty();
        assertThat(read(
                        sentence,
                        Dialogue.EMPTY,
                        action(ActionType.TASK_CREATE, "churn numbers", null, List.of("sarah"), null, "tomorrow")))
                .isEmpty();
    }

    @Test
    void readsBackWhatTakesSomethingAway() {
        Planned plan = planned(
                "finance has had its day", action(ActionType.CHANNEL_ARCHIVE, null, null, List.of(), "finance", null));

        assertThat(plan.confirmation()).isNotNull();
        assertThat(plan.confirmation().readBack()).contains("Finance");
        assertThat(plan.dialogue().awaitingConfirmation()).isTrue();
    }

    @Test
    void refusesActionsThatLackWhatTheyCannotDoWithout() {
        assertThat(read(
                        said("set up something for sarah"),
                        Dialogue.EMPTY,
                        action(ActionType.REMINDER_CREATE, "something", null, List.of("sarah"), null, null)))
                .isEmpty();
        assertThat(read(
                        said("something in finance"),
                        Dialogue.EMPTY,
                        action(ActionType.CHANNEL_ADD_MEMBERS, null, null, List.of(), "finance", null)))
                .isEmpty();
        assertThat(read(said("nothing"), Dialogue.EMPTY)).isEmpty();
    }

    private Planned planned(String sentence, WordedAction... actions) {
        return (Planned) read(said(sentence), Dialogue.EMPTY, actions).orElseThrow();
    }

    private Optional<Interpretation> read(Utterance utterance, Dialogue dialogue, WordedAction... actions) {
        return READING.read(List.of(actions), utterance, index.visibleTo(speaker), dialogue);
    }

    private Utterance said(String transcript) {
        return new Utterance(transcript, speaker, MONDAY, ClientContext.NONE, "en");
    }

    private static WordedAction action(
            ActionType type,
            @Nullable String name,
            @Nullable String text,
            List<String> people,
            @Nullable String channel,
            @Nullable String when) {
        Priority none = null;
        return new WordedAction(
                type, name, text, people, List.of(), channel, List.of(), List.of(), when, null, none, null, null, null);
    }

    private static Person person(String id, String name, @Nullable String department) {
        return new Person(id, name, Role.STAFF, department, null, null, true);
    }
}
