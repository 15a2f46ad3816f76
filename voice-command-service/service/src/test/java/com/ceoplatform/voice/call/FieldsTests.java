package com.ceoplatform.voice.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.json.PlatformJson;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FieldsTests {

    @Test
    void comparesMomentsWhateverTheirOffset() {
        assertThat(Fields.same(json("\"2027-03-05T17:00:00-05:00\""), json("\"2027-03-05T22:00:00Z\"")))
                .isTrue();
        assertThat(Fields.same(json("\"2027-03-05T17:00:00Z\""), json("\"2027-03-05T18:00:00Z\"")))
                .isFalse();
    }

    @Test
    void comparesListsInAnyOrder() {
        assertThat(Fields.same(json("[\"a\",\"b\"]"), json("[\"b\",\"a\"]"))).isTrue();
        assertThat(Fields.same(json("[\"a\"]"), json("[\"b\",\"a\"]"))).isFalse();
    }

    @Test
    void takesAbsentForNull() {
        JsonNode task = json("{\"title\":\"Plan\",\"dueAt\":null}");

        assertThat(Fields.holds(task, Map.of("dueAt", json("null"), "channelId", json("null"))))
                .isTrue();
        assertThat(Fields.holds(task, Map.of("title", json("\"Other\"")))).isFalse();
    }

    private static JsonNode json(String text) {
        return PlatformJson.mapper().readTree(text);
    }
}
