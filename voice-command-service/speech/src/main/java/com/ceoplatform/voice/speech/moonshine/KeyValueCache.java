package com.ceoplatform.voice.speech.moonshine;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The decoder's attention state between two tokens. The part about the audio is computed by the first step and kept; the
 * part about the tokens grows with each.
 */
final class KeyValueCache implements AutoCloseable {

    private static final String PAST = "past_key_values";
    private static final String PRESENT = "present";
    private static final long[] EMPTY_SHAPE = {0, 8, 1, 52};

    private final OnnxTensor empty;
    private final Map<String, OnnxTensor> past = new HashMap<>();
    private OrtSession.@Nullable Result first;
    private OrtSession.@Nullable Result latest;
    private OrtSession.@Nullable Result marked;

    KeyValueCache(OrtEnvironment environment, Set<String> decoderInputs) throws OrtException {
        this.empty = OnnxTensor.createTensor(environment, FloatBuffer.allocate(0), EMPTY_SHAPE);
        decoderInputs.stream().filter(name -> name.startsWith(PAST)).forEach(name -> past.put(name, empty));
    }

    boolean isEmpty() {
        return first == null;
    }

    Map<String, OnnxTensor> past() {
        return past;
    }

    /** Takes over what a step left; the cache closes it when it is no longer needed. */
    void advance(OrtSession.Result step) {
        boolean isFirst = first == null;
        past.replaceAll((name, tensor) -> isFirst || name.contains(".decoder.") ? present(step, name) : tensor);
        if (!Objects.equals(latest, marked)) {
            close(latest);
        }
        if (isFirst) {
            first = step;
        } else {
            latest = step;
        }
    }

    /** Remembers this moment in place of an earlier one. */
    void mark() {
        if (!Objects.equals(marked, first) && !Objects.equals(marked, latest)) {
            close(marked);
        }
        marked = latest == null ? first : latest;
    }

    /** Forgets the tokens since the moment marked. */
    void rewind() {
        OrtSession.Result back = requireNonNull(marked, "nothing is marked");
        past.replaceAll((name, tensor) -> name.contains(".decoder.") ? present(back, name) : tensor);
        if (!back.equals(latest)) {
            close(latest);
        }
        latest = back.equals(first) ? null : back;
    }

    private static OnnxTensor present(OrtSession.Result step, String pastName) {
        return (OnnxTensor) step.get(pastName.replace(PAST, PRESENT)).orElseThrow();
    }

    @Override
    public void close() {
        if (!Objects.equals(marked, first) && !Objects.equals(marked, latest)) {
            close(marked);
        }
        close(latest);
        close(first);
        empty.close();
    }

    private static void close(OrtSession.@Nullable Result step) {
        if (step != null) {
            step.close();
        }
    }
}
