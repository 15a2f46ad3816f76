package com.ceoplatform.realtime.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.json.PlatformJson;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFrameReaderTests {

    private final ClientFrameReader reader = new ClientFrameReader(PlatformJson.mapper());

    @Test
    void readsEveryFrameAndIgnoresWhatItDoesNotKnow() throws Exception {
        UUID channel = Ids.next();

        assertThat(reader.read("{\"type\":\"ping\",\"later\":[1]}")).isEqualTo(new ClientFrame.Ping());
        assertThat(reader.read("{\"type\":\"resume\",\"positions\":{\"tasks-0-x\":-1,\"tasks-1-x\":7}}"))
                .isEqualTo(new ClientFrame.Resume(Map.of("tasks-0-x", -1L, "tasks-1-x", 7L)));
        assertThat(reader.read("{\"type\":\"subscribe\",\"feed\":\"tasks\"}"))
                .isEqualTo(new ClientFrame.Subscribe(new Feed.Tasks()));
        assertThat(reader.read("{\"type\":\"unsubscribe\",\"feed\":\"channel:" + channel + "\"}"))
                .isEqualTo(new ClientFrame.Unsubscribe(new Feed.OfChannel(channel)));
        assertThat(reader.read("{\"type\":\"typing\",\"channelId\":\"" + channel + "\"}"))
                .isEqualTo(new ClientFrame.Typing(channel));
        assertThat(reader.read("{\"type\":\"presence\",\"status\":\"away\"}"))
                .isEqualTo(new ClientFrame.SetPresence(PresenceStatus.AWAY));
        assertThat(reader.read("{\"type\":\"authenticate\",\"token\":\"abc\"}"))
                .isEqualTo(new ClientFrame.Authenticate("abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"ping\"", "{\"type\":\"ping\"} {}", "not json"})
    void endsWhatIsNotOneJsonObject(String text) {
        assertThatExceptionOfType(BadFrameException.class)
                .isThrownBy(() -> reader.read(text))
                .satisfies(bad -> assertThat(bad.isFatal()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":7}",
                "{\"type\":\"welcome\"}",
                "{\"type\":\"resume\"}",
                "{\"type\":\"resume\",\"positions\":{\"a\":1.5}}",
                "{\"type\":\"resume\",\"positions\":{\"a\":99999999999999999999}}",
                "{\"type\":\"subscribe\",\"feed\":\"channel:1-1-1-1-1\"}",
                "{\"type\":\"presence\",\"status\":\"ONLINE\"}",
                "{\"type\":\"authenticate\",\"token\":null}"
            })
    void refusesWhatItCannotActUpon(String text) {
        assertThatExceptionOfType(BadFrameException.class)
                .isThrownBy(() -> reader.read(text))
                .satisfies(bad -> assertThat(bad.isFatal()).isFalse());
    }
}
