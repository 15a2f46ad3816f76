package com.ceoplatform.common.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

class PlatformJsonTests {

    private final JsonMapper mapper = PlatformJson.mapper();

    enum Status {
        IN_PROGRESS,
        DONE
    }

    record Thing(Status status, Instant dueAt) {}

    @Test
    void writesEnumsInLowerSnakeCaseAndTimesInIso() {
        Thing thing = new Thing(Status.IN_PROGRESS, Instant.parse("2027-03-05T22:00:00Z"));

        assertThat(mapper.writeValueAsString(thing))
                .isEqualTo("{\"status\":\"in_progress\",\"dueAt\":\"2027-03-05T22:00:00Z\"}");
    }

    @Test
    void readsWhatItWrites() {
        Thing thing = new Thing(Status.DONE, Instant.parse("2027-03-05T22:00:00.123456Z"));

        assertThat(mapper.readValue(mapper.writeValueAsString(thing), Thing.class))
                .isEqualTo(thing);
    }

    @Test
    void ignoresUnknownFields() {
        assertThat(mapper.readValue("{\"status\":\"done\",\"colour\":1}", Thing.class)
                        .status())
                .isEqualTo(Status.DONE);
    }

    @Test
    void refusesUnknownEnumValuesAndNumbersForThem() {
        assertThatThrownBy(() -> mapper.readValue("{\"status\":\"finished\"}", Thing.class))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> mapper.readValue("{\"status\":1}", Thing.class))
                .isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1764547200",
                "1764547200.5",
                "[2027,3,5]",
                "\"1764547200\"",
                "\"tomorrow\"",
                "\"2027-03-05\"",
                "\"2027-03-05T22:00:00\"",
                "\"+999999999-12-31T00:00:00Z\"",
                "\"-999999999-01-01T00:00:00Z\"",
                "\"10000-01-01T00:00:00Z\""
            })
    void refusesWhatIsNoTimeOrNoneThatCanBeStored(String time) {
        assertThatThrownBy(() -> mapper.readValue("{\"dueAt\":" + time + "}", Thing.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void readsTimesOfAnyZone() {
        assertThat(mapper.readValue("{\"dueAt\":\"2027-03-05T17:00:00-05:00\"}", Thing.class)
                        .dueAt())
                .isEqualTo(Instant.parse("2027-03-05T22:00:00Z"));
    }

    record Patch(Change<String> title, Change<Instant> dueAt) {}

    @Test
    void tellsAbsentFromNull() {
        Patch patch = mapper.readValue("{\"title\":null}", Patch.class);

        assertThat(patch.title()).isEqualTo(Change.to(null));
        assertThat(patch.dueAt()).isEqualTo(Change.absent());
        assertThat(mapper.readValue("{\"dueAt\":\"2027-01-01T00:00:00Z\"}", Patch.class)
                        .dueAt())
                .isEqualTo(Change.to(Instant.parse("2027-01-01T00:00:00Z")));
    }

    record Text(String text) {}

    @Test
    void keepsLegalTextVerbatim() {
        Text text = new Text("'; DROP TABLE x; <script>\u05e9\u05dc\u05d5\u05dd \uD83D\uDE80\n");

        assertThat(mapper.readValue(mapper.writeValueAsString(text), Text.class))
                .isEqualTo(text);
    }

    @Test
    void takesNoNumberForAText() {
        for (String other : new String[] {"7", "true", "{}", "[\"a\"]"}) {
            assertThatThrownBy(() -> mapper.readValue("{\"text\":" + other + "}", Text.class))
                    .isInstanceOf(JacksonException.class);
        }
        assertThat(mapper.readValue("{\"text\":null}", Text.class).text()).isNull();
    }

    @Test
    void refusesWhatIsNoText() {
        for (String illegal : new String[] {"\\u0000", "\\uD83D", "\\uDE80x"}) {
            assertThatThrownBy(() -> mapper.readValue("{\"text\":\"" + illegal + "\"}", Text.class))
                    .isInstanceOf(JacksonException.class);
        }
    }

    record Reference(@Nullable UUID id, @Nullable Instant at) {}

    @Test
    void takesNoNumberForATime() {
        for (String other :
                new String[] {"1798761600", "1.5", "\"1798761600\"", "\"\"", "\"2027-01-01\"", "[2027,1,1]"}) {
            assertThatThrownBy(() -> mapper.readValue("{\"at\":" + other + "}", Reference.class))
                    .as(other)
                    .isInstanceOf(DatabindException.class);
        }
        assertThat(mapper.readValue("{\"at\":null}", Reference.class).at()).isNull();
        assertThat(mapper.readValue("{\"at\":\"2027-01-01T02:00:00+02:00\"}", Reference.class)
                        .at())
                .isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    }

    @Test
    void takesNoEmptyTextForNull() {
        for (String other : new String[] {"\"\"", "\" \"", "7"}) {
            assertThatThrownBy(() -> mapper.readValue("{\"id\":" + other + "}", Reference.class))
                    .as(other)
                    .isInstanceOf(DatabindException.class);
        }
        assertThat(mapper.readValue("{\"id\":null}", Reference.class).id()).isNull();
    }
}
