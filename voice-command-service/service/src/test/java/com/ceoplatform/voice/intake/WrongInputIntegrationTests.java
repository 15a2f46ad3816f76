package com.ceoplatform.voice.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.security.Role;
import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.audio.WavEncoder;
import com.ceoplatform.voice.testing.FakePlatform;
import com.ceoplatform.voice.testing.Plans;
import com.ceoplatform.voice.testing.ScriptedInterpreter;
import com.ceoplatform.voice.testing.VoiceApi;
import com.ceoplatform.voice.testing.VoiceServiceTest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@VoiceServiceTest
class WrongInputIntegrationTests {

    private static final String BOUNDARY = "the-boundary";

    private final Someone ceo = Someone.ceo();

    @Autowired
    private VoiceApi api;

    @Autowired
    private FakePlatform platform;

    @Autowired
    private ScriptedInterpreter interpreter;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{not json | 400 | malformed_request",
                "{} | 422 | validation_failed",
                "{\"transcript\":\"  \"} | 422 | validation_failed",
                "{\"transcript\":\"a\\u0000b\"} | 422 | validation_failed",
                "{\"transcript\":\"hi\",\"conversationId\":\"mine\"} | 422 | validation_failed",
                "{\"transcript\":\"hi\",\"context\":{\"taskId\":\"x\"}} | 422 | validation_failed",
                "{\"transcript\":\"hi\",\"dryRun\":\"perhaps\"} | 422 | validation_failed",
                "{\"transcript\":\"hi\",\"locale\":\"!\"} | 422 | validation_failed"
            })
    void refusesWhatIsNoCommand(String body, int status, String code) {
        Answer answer = api.send("POST", ceo.token(), "/voice/commands", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void refusesATranscriptOfTenThousandWords() {
        Answer answer = api.say(ceo, "word ".repeat(10_000));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.texts("errors", "field")).containsExactly("transcript");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE command; --",
                "<script>alert(1)</script>",
                "عربي מעורב",
                "🚀 émoji 𝔘𝔫𝔦",
                "a\tb\n c "
            })
    void keepsLegalTextVerbatim(String text) {
        platform.reset();
        interpreter.teach(text, Plans.task("a1", text, null));

        Answer answer = api.say(ceo, text);

        assertThat(answer.text("status")).isEqualTo("completed");
        assertThat(api.get(ceo, "/voice/commands/" + answer.id()).text("transcript"))
                .isEqualTo(text);
        assertThat(platform.all("task").getFirst().path("title").asString()).isEqualTo(text);
    }

    @Test
    void refusesTokensThatAreNotGood() {
        String body = "{\"transcript\":\"hi\"}";
        TestTokens.Builder token = TestTokens.forUser(ceo.id()).role(Role.CEO);

        assertThat(api.send("POST", null, "/voice/commands", body).status()).isEqualTo(401);
        assertThat(api.send("POST", token.life(Duration.ofHours(-1)).issue(), "/voice/commands", body)
                        .status())
                .isEqualTo(401);
        assertThat(api.send("POST", TestTokens.forUser(ceo.id()).forged().issue(), "/voice/commands", body)
                        .code())
                .isEqualTo("unauthenticated");
    }

    @Test
    void knowsNothingOfOtherIds() {
        assertThat(api.get(ceo, "/voice/commands/" + UUID.randomUUID()).code()).isEqualTo("command_not_found");
        assertThat(api.get(ceo, "/voice/commands/x").code()).isEqualTo("invalid_parameter");
        assertThat(api.get(ceo, "/voice/commands?limit=0").code()).isEqualTo("invalid_parameter");
        assertThat(api.get(ceo, "/voice/commands?cursor=nonsense").code()).isEqualTo("invalid_parameter");
        assertThat(api.post(ceo, "/voice/commands/" + UUID.randomUUID() + "/answer", Map.of("answer", " "))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void refusesAudioItCannotUse() {
        assertThat(audio("this is a text, not a sound").code()).isEqualTo("unsupported_audio");
        assertThat(audio("").code()).isEqualTo("corrupt_audio");
    }

    @Test
    void saysWhyItCannotListen() {
        Answer answer = multipart(silence(1), "{}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("speech_unavailable");
        assertThat(answer.text("detail"))
                .contains("no recogniser is configured")
                .contains("Text commands work");
    }

    @Test
    void refusesAudioThatIsTooLong() {
        Answer answer = multipart(silence(61), "{}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("audio_too_long");
    }

    @Test
    void refusesAudioThatIsTooLarge() {
        Answer answer = audio("x".repeat(27 << 20));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("payload_too_large");
    }

    @Test
    void refusesPartsThatAreNone() {
        Answer withoutAudio = parts(("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n{}\r\n--" + BOUNDARY + "--\r\n")
                .getBytes(UTF_8));
        Answer withoutBoundary = api.sendBytes(
                "POST", ceo.token(), "/voice/commands", new byte[10], "Content-Type", "multipart/form-data");

        assertThat(withoutAudio.code()).isEqualTo("validation_failed");
        assertThat(withoutAudio.texts("errors", "field")).containsExactly("audio");
        assertThat(withoutBoundary.status()).isEqualTo(400);
        assertThat(withoutBoundary.code()).isEqualTo("malformed_request");
    }

    @Test
    void refusesABadRequestPart() {
        assertThat(multipart(silence(1), "{not json").code()).isEqualTo("malformed_request");
        assertThat(multipart(silence(1), "{\"conversationId\":\"mine\"}").code())
                .isEqualTo("validation_failed");
    }

    private Answer audio(String content) {
        return multipart(content.getBytes(UTF_8), "{\"dryRun\":true}");
    }

    private Answer multipart(byte[] sound, String request) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\n" + request
                + "\r\n--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"audio\"; filename=\"command.wav\"\r\n"
                + "Content-Type: audio/wav\r\n\r\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(UTF_8));
        body.writeBytes(sound);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return parts(body.toByteArray());
    }

    private Answer parts(byte[] body) {
        return api.sendBytes(
                "POST",
                ceo.token(),
                "/voice/commands",
                body,
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static byte[] silence(int seconds) {
        return WavEncoder.encode(Audio.ofSamples(new float[seconds * Audio.SAMPLE_RATE]));
    }
}
