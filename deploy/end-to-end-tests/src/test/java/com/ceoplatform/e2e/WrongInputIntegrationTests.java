package com.ceoplatform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningPlatform.class)
class WrongInputIntegrationTests {

    private static Person ceo;
    private static String channel;

    @BeforeAll
    static void prepare() {
        ceo = RunningPlatform.get().ceo();
        channel = ceo.post("/channels", Map.of("name", "Input")).expect(201).id();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tasks",
                "/channels",
                "/channels/{channel}/messages",
                "/voice/commands",
                "/users",
                "/messages/direct"
            })
    void brokenJsonIsNamedAsSuch(String path) {
        String address = path.replace("{channel}", channel);

        ceo.post(address, "{\"title\":").problem(400, "malformed_request");
        ceo.post(address, "").problem(400, "malformed_request");
        assertThat(ceo.post(address, "[]").status()).isBetween(400, 422);
        assertThat(ceo.post(address, "null").status()).isBetween(400, 422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /tasks                        | {"title":"x","priority":"soon"}
            /tasks                        | {"title":""}
            /tasks                        | {"title":"x","assigneeIds":["nobody"]}
            /tasks                        | {"title":"x","dueAt":"tomorrow"}
            /tasks                        | {"title":"x\\u0000y"}
            /channels                     | {"name":"x","type":"club"}
            /channels                     | {"name":"x","privacy":"secret"}
            /channels                     | {"name":"  "}
            /channels/{channel}/messages  | {"content":""}
            /channels/{channel}/messages  | {"content":"x","priority":"shouting"}
            /users                        | {"email":"no-address","name":"N","password":"long-enough-password","role":"staff"}
            /users                        | {"email":"a@example.com","name":"N","password":"short","role":"staff"}
            /users                        | {"email":"a@example.com","name":"N","password":"long-enough-password","role":"king"}
            /voice/commands               | {"transcript":"   "}
            """)
    void wrongValuesAreNamedByField(String path, String body) {
        Answer answer = ceo.post(path.replace("{channel}", channel), body).problem(422, "validation_failed");

        assertThat(answer.body().path("errors").path(0).path("field").asString(""))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tasks?status=finished",
                "/tasks?limit=0",
                "/tasks?limit=100000",
                "/tasks?cursor=nonsense",
                "/tasks?dueBefore=soon",
                "/tasks?assigneeId=nobody",
                "/tasks/not-an-id",
                "/channels?type=club",
                "/channels/not-an-id",
                "/notifications?cursor=nonsense",
                "/users?role=king",
                "/users?limit=-1",
                "/voice/commands?limit=x"
            })
    void wrongParametersAreNamed(String path) {
        ceo.get(path).problem(400, "invalid_parameter");
    }

    @Test
    void oversizeBodiesAreRefused() {
        ceo.post("/tasks", Map.of("title", "x", "description", "y".repeat(2_000_000)))
                .problem(413, "payload_too_large");
        ceo.say(new byte[27_000_000], "big.wav").problem(413, "payload_too_large");
    }

    @Test
    void whatIsNoSpeechIsToldApart() {
        Answer text = ceo.say("This is no sound at all.".getBytes(StandardCharsets.UTF_8), "talk.wav");
        assertThat(text.status()).as(text.text()).isIn(415, 422);
        assertThat(text.body().path("code").asString()).isNotEqualTo("validation_failed");

        Answer silence = ceo.say(wave(new short[32_000]), "silence.wav");
        assertThat(silence.status()).as(silence.text()).isEqualTo(422);
        assertThat(silence.body().path("code").asString()).isEqualTo("no_speech");

        Answer header = ceo.say(java.util.Arrays.copyOf(wave(new short[100]), 30), "cut.wav");
        assertThat(header.status()).as(header.text()).isBetween(400, 422);
    }

    @Test
    void aTranscriptOfTenThousandWordsIsAnswered() {
        Answer answer = ceo.say("word ".repeat(10_000));

        assertThat(answer.status()).as(answer.text()).isIn(200, 413, 422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Robert'); DROP TABLE task; --",
                "<script>alert('x')</script><img src=x onerror=alert(1)>",
                "مشروع الربيع שלום",
                "🚀👩‍👩‍👧‍👦 e\u0301\u200d\u202etxet",
                "%s %n ${jndi:ldap://x} {{7*7}} \\ \" '"
            })
    void legalTextComesBackAsItWasSent(String text) {
        assertThat(ceo.post("/tasks", Map.of("title", text, "description", text))
                        .expect(201)
                        .body()
                        .path("title")
                        .asString())
                .isEqualTo(text);
        String id = ceo.post("/channels", Map.of("name", text, "description", text))
                .expect(201)
                .id();
        assertThat(ceo.get("/channels/" + id).body().path("name").asString()).isEqualTo(text);
        String message = ceo.post("/channels/" + channel + "/messages", Map.of("content", text))
                .expect(201)
                .id();
        assertThat(ceo.get("/channels/" + channel + "/messages?limit=200")
                        .body()
                        .path("items")
                        .values())
                .anyMatch(item -> item.path("id").asString().equals(message)
                        && item.path("content").asString().equals(text));
        Person named = ceo.hire("Plain", "staff", "Sales");
        assertThat(named.patch("/users/" + named.id(), Map.of("name", text))
                        .expect(200)
                        .body()
                        .path("name")
                        .asString())
                .isEqualTo(text);
        Answer command = ceo.say(text);
        assertThat(command.status()).as(command.text()).isEqualTo(200);
        assertThat(command.body().path("transcript").asString()).isEqualTo(text);
    }

    @Test
    void unknownPathsAndMethodsAreProblemsToo() {
        ceo.get("/nothing/here").expect(404);
        ceo.delete("/tasks").expect(405);
        ceo.get("/internal/anything").expect(404);
        ceo.get("/admin/dead-letters").expect(404);
        Answer form = ceo.post("/tasks", "title=x", Map.of("Content-Type", "text/plain"));
        assertThat(form.status()).isEqualTo(415);
    }

    @Test
    void noiseIsNoCommand() {
        Random random = new Random(7);
        short[] samples = new short[48_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (random.nextGaussian() * 2_000);
        }

        Answer answer = ceo.say(wave(samples), "noise.wav");

        assertThat(answer.status()).as(answer.text()).isIn(200, 422);
        assertThat(answer.body().path("plan").path("actions")).isEmpty();
    }

    private static byte[] wave(short[] samples) {
        ByteBuffer wave = ByteBuffer.allocate(44 + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples.length * 2);
        wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wave.putShort((short) 1).putShort((short) 1).putInt(16_000).putInt(32_000);
        wave.putShort((short) 2).putShort((short) 16);
        wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples.length * 2);
        for (short sample : samples) {
            wave.putShort(sample);
        }
        return wave.array();
    }
}
