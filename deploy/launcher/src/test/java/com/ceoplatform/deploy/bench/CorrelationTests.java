package com.ceoplatform.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CorrelationTests {

    private final Correlation.ByToken correlation =
            new Correlation.ByToken("run1", Set.of("task.updated", "message.posted"), "version");

    @Test
    void findsTheOperationInTheText() {
        assertThat(correlation.operationOf(frame("message.posted", correlation.token(17) + " hello")))
                .isEqualTo(17);
    }

    @Test
    void takesTheNewTextOfAChangeNotTheOldOne() {
        String frame = frame("task.updated", correlation.token(8)).replace("}}", """
                ,"changed":{"description":{"from":"run1-7.","to":"run1-8."}}}}""");

        assertThat(correlation.operationOf(frame)).isEqualTo(8);
    }

    @Test
    void ignoresOtherEventsOtherRunsAndOtherFrames() {
        assertThat(correlation.operationOf(frame("task.created", correlation.token(1))))
                .isEqualTo(Correlation.UNKNOWN);
        assertThat(correlation.operationOf(frame("task.updated", "run2-1."))).isEqualTo(Correlation.UNKNOWN);
        assertThat(correlation.operationOf("{\"type\":\"pong\"}")).isEqualTo(Correlation.UNKNOWN);
        assertThat(correlation.operationOf(frame("task.updated", "run1-."))).isEqualTo(Correlation.UNKNOWN);
    }

    @Test
    void readsSingleMembers() {
        String frame = "{\"type\":\"event\",\"id\":\"e1\",\"data\":{\"id\":\"t1\",\"version\":12}}";

        assertThat(FrameText.text(frame, "id")).isEqualTo("e1");
        assertThat(FrameText.number(frame, "version")).isEqualTo(12);
        assertThat(FrameText.text(frame, "subject")).isEmpty();
        assertThat(FrameText.number(frame, "sequence")).isEqualTo(FrameText.NONE);
        assertThat(FrameText.text("{\"id\":\"cut", "id")).isEmpty();
    }

    private static String frame(String event, String text) {
        return "{\"type\":\"event\",\"id\":\"e1\",\"event\":\"%s\",\"data\":{\"description\":\"%s\"}}"
                .formatted(event, text);
    }
}
