package com.ceoplatform.voice.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ceoplatform.common.json.PlatformJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientFramesTests {

    private final ClientFrames frames = new ClientFrames(PlatformJson.mapper());

    @Test
    void readsWhatAClientMaySay() throws BadFrameException {
        assertThat(frames.read("{\"type\":\"start\"}")).isEqualTo(new ClientFrame.Start("{\"type\":\"start\"}", true));
        assertThat(frames.read("{\"type\":\"start\",\"partials\":false,\"more\":1}"))
                .isEqualTo(new ClientFrame.Start("{\"type\":\"start\",\"partials\":false,\"more\":1}", false));
        assertThat(frames.read("{\"type\":\"stop\"}")).isEqualTo(new ClientFrame.Stop());
        assertThat(frames.read("{\"type\":\"cancel\"}")).isEqualTo(new ClientFrame.Cancel());
        assertThat(frames.read("{\"type\":\"authenticate\",\"token\":\"t\"}"))
                .isEqualTo(new ClientFrame.Authenticate("t"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "start | malformed_frame",
                "§§ | malformed_frame",
                "[] | malformed_frame",
                "{\"type\":\"start\" | malformed_frame",
                "{} | unknown_type",
                "{\"type\":7} | unknown_type",
                "{\"type\":\"ready\"} | unknown_type",
                "{\"type\":\"start\",\"partials\":\"some\"} | invalid_frame",
                "{\"type\":\"authenticate\"} | invalid_frame",
                "{\"type\":\"authenticate\",\"token\":\" \"} | invalid_frame"
            })
    void refusesAllElse(String text, String code) {
        assertThatExceptionOfType(BadFrameException.class)
                .isThrownBy(() -> frames.read(text))
                .returns(code, BadFrameException::code);
    }
}
