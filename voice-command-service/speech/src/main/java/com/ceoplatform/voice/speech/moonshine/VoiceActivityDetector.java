package com.ceoplatform.voice.speech.moonshine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.ceoplatform.voice.speech.Audio;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;

/** Silero VAD v5: how likely each frame of 32 ms is speech. */
final class VoiceActivityDetector implements AutoCloseable {

    static final int FRAME = 512;
    /** The model looks this far back into the frame before. */
    private static final int CONTEXT = 64;

    private static final long[] STATE_SHAPE = {2, 1, 128};
    private static final int STATE_SIZE = 2 * 128;

    private final OrtSession session;

    VoiceActivityDetector(Path model) {
        this.session = OnnxModel.open(model);
    }

    float[] probabilities(float[] samples) {
        float[] probabilities = new float[(samples.length + FRAME - 1) / FRAME];
        FloatBuffer state = FloatBuffer.allocate(STATE_SIZE);
        OrtEnvironment environment = OnnxModel.environment();
        try (OnnxTensor rate =
                OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {Audio.SAMPLE_RATE}), new long[0])) {
            for (int frame = 0; frame < probabilities.length; frame++) {
                try (OnnxTensor input = OnnxTensor.createTensor(
                                environment, window(samples, frame), new long[] {1, CONTEXT + FRAME});
                        OnnxTensor memory = OnnxTensor.createTensor(environment, state, STATE_SHAPE);
                        OrtSession.Result result = session.run(Map.of("input", input, "state", memory, "sr", rate))) {
                    probabilities[frame] = floats(result, "output").get(0);
                    state = floats(result, "stateN");
                }
            }
            return probabilities;
        } catch (OrtException e) {
            throw OnnxModel.failed(e);
        }
    }

    private static FloatBuffer window(float[] samples, int frame) {
        float[] window = new float[CONTEXT + FRAME];
        int start = frame * FRAME - CONTEXT;
        int from = Math.max(0, start);
        int to = Math.min(samples.length, start + window.length);
        System.arraycopy(samples, from, window, from - start, to - from);
        return FloatBuffer.wrap(window);
    }

    private static FloatBuffer floats(OrtSession.Result result, String name) {
        return ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
    }

    @Override
    public void close() {
        OnnxModel.close(session);
    }
}
