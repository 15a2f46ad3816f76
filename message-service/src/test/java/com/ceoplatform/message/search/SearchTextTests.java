package com.ceoplatform.message.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTests {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void tellsWordsFromRestrictions() {
        SearchText text = parse("\"content plan\" from:@sarah in:#launch FROM:\"Mike Jones\" -budget");

        assertThat(text.words()).isEqualTo("\"content plan\" -budget");
        assertThat(text.from()).containsExactly("sarah", "Mike Jones");
        assertThat(text.in()).containsExactly("launch");
    }

    @Test
    void takesDaysInTheZoneOfTheSearcherAndLeavesTheDayOut() {
        SearchText text = parse("x before:2027-03-01 after:2027-02-01");

        assertThat(text.before()).isEqualTo(Instant.parse("2027-03-01T05:00:00Z"));
        assertThat(text.after()).isEqualTo(Instant.parse("2027-02-02T05:00:00Z"));
        assertThat(parse("before:2027-03-01T00:00:00Z").before()).isEqualTo(Instant.parse("2027-03-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"before:tomorrow", "after:2027-13-01", "before:2027-03-01T99:00:00Z"})
    void refusesWhatIsNoDate(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(DomainException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"where:x", "mail from: nobody", "refrom:x", "http://in:80"})
    void leavesOtherColonsAlone(String text) {
        assertThat(parse(text).words()).isEqualTo(text);
    }

    private static SearchText parse(String text) {
        return SearchText.parse(text, NEW_YORK);
    }
}
