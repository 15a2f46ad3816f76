package com.ceoplatform.voice.speech.moonshine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The decoder's attention state between two tokens, one row for each beginning it follows. The part about the audio is
 * computed by the first step and shared by all rows; the part about the tokens grows with each.
 */
final class KeyValueCache implements AutoCloseable {

    private static final String PAST = "past_key_values";
    private static final String PRESENT = "present";
    private static final String ABOUT_TOKENS = ".decoder.";
    private static final long[] EMPTY_SHAPE = {0, 8, 1, 52};

    private final OrtEnvironment environment;
    private final OnnxTensor empty;
    private final Map<String, OnnxTensor> past = new HashMap<>();
    private final List<OnnxTensor> selected = new ArrayList<>();
    private OrtSession.@Nullable Result first;
    private OrtSession.@Nullable Result latest;

    KeyValueCache(OrtEnvironment environment, Set<String> decoderInputs) throws OrtException {
        this.environment = environment;
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
        past.replaceAll((name, tensor) -> isFirst || name.contains(ABOUT_TOKENS) ? present(step, name) : tensor);
        closeLatest();
        if (isFirst) {
            first = step;
        } else {
            latest = step;
        }
    }

    /** Goes on from these rows of the last step, in this order; one may be several times among them. */
    void select(int[] rows) throws OrtException {
        for (Map.Entry<String, OnnxTensor> state : past.entrySet()) {
            if (state.getKey().contains(ABOUT_TOKENS) && !isAll(rows, state.getValue())) {
                OnnxTensor tensor = rows(rows, state.getValue());
                selected.add(tensor);
                state.setValue(tensor);
            }
        }
    }

    private static boolean isAll(int[] rows, OnnxTensor tensor) {
        int there = (int) tensor.getInfo().getShape()[0];
        return Arrays.equals(rows, IntStream.range(0, there).toArray());
    }

    private OnnxTensor rows(int[] rows, OnnxTensor tensor) throws OrtException {
        long[] shape = tensor.getInfo().getShape();
        FloatBuffer from = tensor.getFloatBuffer();
        int size = from.remaining() / (int) shape[0];
        FloatBuffer to = ByteBuffer.allocateDirect(rows.length * size * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int row : rows) {
            to.put(from.slice(row * size, size));
        }
        shape[0] = rows.length;
        return OnnxTensor.createTensor(environment, to.flip(), shape);
    }

    private static OnnxTensor present(OrtSession.Result step, String pastName) {
        return (OnnxTensor) step.get(pastName.replace(PAST, PRESENT)).orElseThrow();
    }

    private void closeLatest() {
        selected.forEach(OnnxTensor::close);
        selected.clear();
        if (latest != null) {
            latest.close();
        }
    }

    @Override
    public void close() {
        closeLatest();
        if (first != null) {
            first.close();
        }
        empty.close();
    }
}
