package com.ceoplatform.voice.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.voice.config.SpeechSettings;
import com.ceoplatform.voice.language.Speaker;
import com.ceoplatform.voice.language.organisation.Channel;
import com.ceoplatform.voice.language.organisation.ChannelType;
import com.ceoplatform.voice.language.organisation.OrganisationIndex;
import com.ceoplatform.voice.language.organisation.Person;
import com.ceoplatform.voice.language.organisation.Privacy;
import com.ceoplatform.voice.language.organisation.Role;
import com.ceoplatform.voice.language.organisation.Task;
import com.ceoplatform.voice.language.organisation.TaskStatus;
import com.ceoplatform.voice.speech.RecognitionHints;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class HintsTests {

    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
    private static final String ME = "me";

    private final OrganisationIndex organisation = new OrganisationIndex();

    @Test
    void namesChannelsThatWereBusyLastAndThenPeopleByFullAndFamilyName() {
        person("p1", "Sarah Chen", "Sales");
        channel("c1", "Old News", Duration.ofDays(30), Set.of());
        channel("c2", "Harbor", Duration.ofHours(1), Set.of());

        assertThat(hints(20, 5).names()).containsExactly("Harbor", "Old News", "Sarah Chen", "Chen");
    }

    @Test
    void prefersPeopleWhoAreNearWhenThereAreTooMany() {
        person(ME, "Zoe Zimmer", "Sales");
        person("p1", "Adam Apple", "Legal");
        person("p2", "Bea Banks", "Sales");
        person("p3", "Carl Cole", "Legal");
        channel("c1", "Deal Room", Duration.ofHours(1), Set.of(ME, "p3"));

        assertThat(hints(7, 5).names())
                .containsExactly("Deal Room", "Bea Banks", "Banks", "Carl Cole", "Cole", "Zoe Zimmer", "Zimmer");
    }

    @Test
    void namesTheNewestOpenTasks() {
        task("t1", "Website relaunch", TaskStatus.PENDING, 3);
        task("t2", "Press kit", TaskStatus.PENDING, 1);
        task("t3", "Fire drill", TaskStatus.COMPLETED, 1);
        task("t4", "Old promise", TaskStatus.PENDING, 200);
        task("t5", "x".repeat(100), TaskStatus.PENDING, 1);
        task("t6", "Price list", TaskStatus.PENDING, 5);

        assertThat(hints(20, 2).titles()).containsExactly("Press kit", "Website relaunch");
    }

    @Test
    void followsEvents() {
        assertThat(hints(20, 5).names()).isEmpty();

        person("p1", "Sarah Chen", "Sales");
        assertThat(hints(20, 5).names()).contains("Sarah Chen");

        organisation.removePerson("p1");
        assertThat(hints(20, 5).names()).isEmpty();
    }

    private RecognitionHints hints(int names, int titles) {
        SpeechSettings settings = new SpeechSettings(
                SpeechSettings.Recogniser.NONE,
                Path.of("models"),
                1,
                0,
                DataSize.ofMegabytes(1),
                Duration.ofSeconds(10),
                names,
                titles,
                new SpeechSettings.Remote(URI.create("http://localhost"), "m", null, Duration.ofSeconds(1)));
        Speaker ceo = new Speaker(ME, "Zoe Zimmer", Role.CEO, "Sales", ZoneOffset.UTC);
        return new Hints(settings, Clock.fixed(NOW, ZoneOffset.UTC)).from(organisation.visibleTo(ceo), ME, "en");
    }

    private void person(String id, String name, String department) {
        organisation.upsert(new Person(id, name, Role.STAFF, department, null, null, true));
    }

    private void channel(String id, String name, Duration quiet, Set<String> members) {
        organisation.upsert(new Channel(
                id,
                name,
                ChannelType.PROJECT,
                Privacy.PUBLIC,
                false,
                NOW.minus(Duration.ofDays(60)),
                NOW.minus(quiet),
                members));
    }

    private void task(String id, String title, TaskStatus status, int days) {
        organisation.upsert(
                new Task(id, title, status, null, null, Set.of(), null, NOW.minus(Duration.ofDays(days)), ME));
    }
}
