package com.ceoplatform.voice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.voice.language.ClientContext;
import com.ceoplatform.voice.language.GrammarInterpreter;
import com.ceoplatform.voice.language.Interpretation;
import com.ceoplatform.voice.language.Speaker;
import com.ceoplatform.voice.language.Utterance;
import com.ceoplatform.voice.language.dialogue.Dialogue;
import com.ceoplatform.voice.language.organisation.Channel;
import com.ceoplatform.voice.language.organisation.ChannelType;
import com.ceoplatform.voice.language.organisation.OrganisationIndex;
import com.ceoplatform.voice.language.organisation.Person;
import com.ceoplatform.voice.language.organisation.Priority;
import com.ceoplatform.voice.language.organisation.Privacy;
import com.ceoplatform.voice.language.organisation.Role;
import com.ceoplatform.voice.language.organisation.Task;
import com.ceoplatform.voice.language.organisation.TaskStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTests {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");
    private static final Speaker CEO = new Speaker("ceo", "Alexandra Reed", Role.CEO, null, ZoneOffset.UTC);
    private static final GrammarInterpreter GRAMMAR = GrammarInterpreter.load();

    private final OrganisationIndex organisation = new OrganisationIndex();

    @BeforeEach
    void fillOrganisation() {
        person("Sarah Chen", "Marketing");
        person("Mike Torres", "Sales");
        person("Kenji Sato", "Engineering");
        person("Nina Kowalski", "Engineering");
        organisation.upsert(new Channel(
                "c1",
                "Website Relaunch",
                ChannelType.PROJECT,
                Privacy.PUBLIC,
                false,
                NOW,
                null,
                Set.of("Mike Torres", "ceo")));
        organisation.upsert(new Task(
                "t1",
                "Customer newsletter",
                TaskStatus.PENDING,
                Priority.LOW,
                null,
                Set.of("Mike Torres"),
                null,
                NOW,
                "ceo"));
    }

    private void person(String name, String department) {
        organisation.upsert(new Person(name, name, Role.MANAGER, department, null, "ceo", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Create a task for Mike to review the budget by next Monday.",
                "Give Kenji a task to test the backup, due tomorrow.",
                "Make a task to clean up the customer list and give it to Sarah",
                "Add Nina to the website relaunch channel",
                "Mark the customer newsletter as done",
                "Assign the customer newsletter to Sarah",
                "Set the priority of the customer newsletter to urgent",
                "Which tasks are overdue?",
                "What does Kenji have due this week?",
            })
    void isWholeWhenOneOrderEndsWithSomethingKnown(String said) {
        assertThat(completeness(said)).isEqualTo(Completeness.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Create a task for Mike to review the budget",
                "Tell Nina that the meeting has been moved",
                "Send Sarah a message that the truck is late",
                "Set up a meeting with Sarah on Thursday at ten",
                "Remind me tomorrow at nine to call the bank",
            })
    void isOpenWhenItMayGoOnInTheSpeakersOwnWords(String said) {
        assertThat(completeness(said)).isEqualTo(Completeness.OPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Create a channel for the spring launch",
                "Create a channel for the spring launch, add Sarah and Mike",
                "Create a channel for the spring launch, add Sarah and Mike, and give Sarah a task",
                "Create a task for Mike to review the budget by",
                "Create a task for Mike to review the budget by next",
                "Give Kenji a task to test the backup due tomorrow and",
                "Give Kenji a task to test the backup due tomorrow and give",
                "Create three tasks",
                "Create three tasks, translate the brochure for Mike due Monday",
                "I need three things from Sarah, the price list by tomorrow noon",
                "Add Nina",
                "Add Nina and",
                "Which tasks are",
                "Sing me a song",
                "yes",
            })
    void isPartialWhenMoreIsLikelyToCome(String said) {
        assertThat(completeness(said)).isEqualTo(Completeness.PARTIAL);
    }

    private Completeness completeness(String said) {
        Utterance utterance = new Utterance(said, CEO, NOW, ClientContext.NONE, "en");
        Interpretation meaning = GRAMMAR.glance(utterance, organisation.visibleTo(CEO), Dialogue.EMPTY);
        return Completeness.of(meaning, said);
    }
}
