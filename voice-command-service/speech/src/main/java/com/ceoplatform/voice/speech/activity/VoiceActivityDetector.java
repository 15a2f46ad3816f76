package com.ceoplatform.voice.speech.activity;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.onnx.OnnxModel;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Silero VAD v5: how likely each frame of 32 ms is speech. Safe for concurrent use. */
public final class VoiceActivityDetector implements AutoCloseable {

    static final int FRAME = 512;
    /** The model looks this far back into the frame before. */
    private static final int CONTEXT = 64;

    private static final long[] STATE_SHAPE = {2, 1, 128};
    private static final int STATE_SIZE = 2 * 128;

    private final OrtSession session;

    public VoiceActivityDetector(Path model) {
        this.session = OnnxModel.open(model);
    }

    /** One after the other; what is missing of the last frame counts as silence. */
    public float[] probabilities(float[] samples) {
        float[] probabilities = new float[(samples.length + FRAME - 1) / FRAME];
        Track track = track();
        for (int frame = 0; frame < probabilities.length; frame++) {
            probabilities[frame] = track.next(Arrays.copyOfRange(samples, frame * FRAME, (frame + 1) * FRAME));
        }
        return probabilities;
    }

    /** Listens to sound as it comes in. */
    Track track() {
        return new Track();
    }

    /** What the model remembers of the frames so far. Not safe for concurrent use. */
    final class Track {

        private final float[] window = new float[CONTEXT + FRAME];
        private FloatBuffer state = FloatBuffer.allocate(STATE_SIZE);

        private Track() {}

        /** How likely the next frame is speech. */
        float next(float[] frame) {
            System.arraycopy(window, FRAME, window, 0, CONTEXT);
            System.arraycopy(frame, 0, window, CONTEXT, FRAME);
            OrtEnvironment environment = OnnxModel.environment();
            try (OnnxTensor rate = OnnxTensor.createTensor(
                            environment, LongBuffer.wrap(new long[] {Audio.SAMPLE_RATE}), new long[0]);
                    OnnxTensor input = OnnxTensor.createTensor(
                            environment, FloatBuffer.wrap(window), new long[] {1, CONTEXT + FRAME});
                    OnnxTensor memory = OnnxTensor.createTensor(environment, state, STATE_SHAPE);
                    OrtSession.Result result = session.run(Map.of("input", input, "state", memory, "sr", rate))) {
                state = floats(result, "stateN");
                return floats(result, "output").get(0);
            } catch (OrtException e) {
                throw OnnxModel.failed(e);
            }
        }
    }

    private static FloatBuffer floats(OrtSession.Result result, String name) {
        return ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
    }

    @Override
    public void close() {
        OnnxModel.close(session);
    }
}
