package com.ceoplatform.voice.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.voice.speech.model.ModelDownload;
import com.ceoplatform.voice.speech.model.SpeechModels;
import com.ceoplatform.voice.testing.VoiceClient;
import com.ceoplatform.voice.testing.VoiceServiceTest;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A real client at the door: who is let in, for how long, and what frames are borne. */
@VoiceServiceTest
@TestPropertySource(properties = {"platform.voice.speech.recogniser=moonshine", "platform.voice.stream.per-user=2"})
class StreamAccessIntegrationTests {

    private final Someone ceo = Someone.ceo();

    @LocalServerPort
    private int port;

    @BeforeAll
    static void fetchModels() {
        new ModelDownload("npm").ensure(SpeechModels.directory(System.getenv()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "what | malformed_frame",
                "{\"type\":\"dance\"} | unknown_type",
                "{\"type\":\"start\",\"partials\":3} | invalid_frame"
            })
    void endsWithWhoeverDoesNotKeepToTheContract(String frame, String code) {
        try (VoiceClient client = VoiceClient.connect(port, ceo.token())) {
            client.sendText(frame);

            assertThat(client.closeCode()).isEqualTo(4400);
            assertThat(client.frames().getLast().path("code").asString()).isEqualTo(code);
        }
    }

    @Test
    void refusesSoundInPieces() {
        try (VoiceClient client = VoiceClient.connect(port, ceo.token())) {
            client.start(Map.of());
            client.sendBytes(new byte[3]);

            assertThat(client.closeCode()).isEqualTo(4400);
        }
        try (VoiceClient client = VoiceClient.connect(port, ceo.token())) {
            client.start(Map.of());
            client.sendBytes(new byte[70_000]);

            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void letsNobodyInWithoutAValidToken() {
        String expired = TestTokens.forUser(ceo.id())
                .role(Role.CEO)
                .life(Duration.ofHours(-1))
                .issue();
        String forged = TestTokens.forUser(ceo.id()).forged().issue();

        assertThatThrownBy(() -> VoiceClient.connect(port, expired))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThatThrownBy(() -> VoiceClient.connect(port, forged))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThat(VoiceClient.browser(port, expired).closeCode()).isEqualTo(4401);
        for (String query : List.of("", "?token=" + ceo.token(), "?access_token=" + ceo.token())) {
            assertThatThrownBy(() -> VoiceClient.withQuery(port, query).join())
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refused -> assertThat(refused.getResponse().statusCode())
                                    .isEqualTo(401));
        }
    }

    @Test
    void letsBrowsersInByASubProtocol() {
        try (VoiceClient client = VoiceClient.browser(port, ceo.token())) {
            client.start(Map.of());

            assertThat(client.protocol()).isEqualTo("ceo.voice.v1");
        }
    }

    @Test
    void endsWithTheTokenUnlessANewerOneComes() {
        String old = TestTokens.forUser(ceo.id())
                .role(Role.CEO)
                .life(Duration.ofSeconds(2))
                .issue();
        try (VoiceClient renewing = VoiceClient.connect(port, old);
                VoiceClient forgetful = VoiceClient.connect(port, old)) {
            renewing.await("auth_expiring");
            renewing.send(
                    Map.of("type", "authenticate", "token", Someone.staff().token()));
            renewing.error("invalid_token");
            renewing.send(Map.of("type", "authenticate", "token", ceo.token()));

            assertThat(forgetful.closeCode()).isEqualTo(4401);
            assertThat(renewing.isOpen()).isTrue();
            renewing.start(Map.of());
        }
    }

    @Test
    void bearsOnlySoManyConnectionsOfOnePerson() {
        try (VoiceClient first = VoiceClient.connect(port, ceo.token());
                VoiceClient second = VoiceClient.connect(port, ceo.token())) {
            first.start(Map.of());
            second.start(Map.of());

            assertThat(VoiceClient.connect(port, ceo.token()).closeCode()).isEqualTo(4429);
        }
        Awaitility.await().untilAsserted(() -> {
            try (VoiceClient again = VoiceClient.connect(port, ceo.token())) {
                again.start(Map.of());
            }
        });
    }
}
