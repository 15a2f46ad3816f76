package com.ceoplatform.voice.testing;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.voice.speech.audio.AudioDecoder;
import com.ceoplatform.voice.speech.audio.AudioLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recorded commands of the tests of speech recognition. */
public final class Clips {

    private static final Path DIRECTORY = Path.of("../speech/src/test/resources/com/ceoplatform/voice/speech");

    private static final String BOUNDARY = "the-boundary";

    private Clips() {}

    /** "Create a task for Mike to review the budget by next Monday", 16 kHz. */
    public static byte[] taskForMike() {
        return wav("task-for-mike");
    }

    /** Nine seconds without a long pause. */
    public static byte[] springLaunch() {
        return wav("spring-launch");
    }

    public static float[] samples(byte[] wav) {
        return new AudioDecoder(AudioLimits.defaults()).decode(wav).samples();
    }

    /** Uploads a recording with the request that belongs to it. */
    public static Answer upload(VoiceApi api, Someone speaker, byte[] wav, String request) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part("name=\"request\"\r\n\r\n" + request));
        body.writeBytes(part("name=\"audio\"; filename=\"a.wav\"\r\nContent-Type: audio/wav\r\n\r\n"));
        body.writeBytes(wav);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return api.sendBytes(
                "POST",
                speaker.token(),
                "/voice/commands",
                body.toByteArray(),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static byte[] part(String rest) {
        return ("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + rest).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] wav(String name) {
        try {
            return Files.readAllBytes(DIRECTORY.resolve(name + ".wav"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
