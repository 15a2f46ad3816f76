package com.ceoplatform.voice.speech;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.voice.speech.Transcript.Segment;
import com.ceoplatform.voice.speech.Transcript.Timings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTests {

    @Test
    void isIncompleteWhenAPartHasNoWords() {
        assertThat(transcript("delete the channel", "").isComplete()).isFalse();
        assertThat(transcript("delete the channel", "in sales").isComplete()).isTrue();
    }

    @Test
    void addsUpWhereTheTimeWent() {
        Timings timings = new Timings(Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(400));

        assertThat(timings.total()).isEqualTo(Duration.ofMillis(425));
    }

    private static Transcript transcript(String... texts) {
        List<Segment> segments = List.of(texts).stream()
                .map(text -> new Segment(Duration.ZERO, Duration.ofSeconds(1), text))
                .toList();
        Timings timings = new Timings(Duration.ZERO, Duration.ZERO, Duration.ZERO);
        return new Transcript(String.join(" ", texts), segments, Duration.ofSeconds(1), timings);
    }
}
