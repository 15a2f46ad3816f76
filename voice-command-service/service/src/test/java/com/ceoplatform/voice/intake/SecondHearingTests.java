package com.ceoplatform.voice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.voice.language.Speaker;
import com.ceoplatform.voice.language.organisation.OrganisationIndex;
import com.ceoplatform.voice.language.organisation.Person;
import com.ceoplatform.voice.language.organisation.Role;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondHearingTests {

    @ParameterizedTest
    @CsvSource({
        "At Sarah to the team, Add Sarah to the team, true",
        "Assign the press kit to serve, Assign the press kit to Sarah, false",
        "Let Henry know it is late, Let Chen know it is late, false",
        "Why are we with the launch, Where are we with the launch, true"
    })
    void namesNobodyWhoWasNotHeardAtFirst(String first, String other, boolean allowed) {
        OrganisationIndex organisation = new OrganisationIndex();
        organisation.upsert(new Person("p1", "Sarah Chen", Role.MANAGER, "Marketing", null, null, true));
        Speaker speaker = new Speaker("p1", "Sarah Chen", Role.MANAGER, "Marketing", ZoneOffset.UTC);

        assertThat(SecondHearing.namesNobodyElse(other, first, organisation.visibleTo(speaker)))
                .isEqualTo(allowed);
    }
}
