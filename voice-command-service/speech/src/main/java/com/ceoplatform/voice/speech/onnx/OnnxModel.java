package com.ceoplatform.voice.speech.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.ceoplatform.voice.speech.SpeechException;
import com.ceoplatform.voice.speech.SpeechFailure;
import java.nio.file.Path;

/** Opens ONNX models and words their failures. */
public final class OnnxModel {

    /**
     * Otherwise the decoder's table of 32,768 tokens, stored as bytes, is turned into floats again for every token.
     * Halves the time of decoding for 90 MB more memory; the other models have nothing of the kind.
     */
    private static final String DISABLE_QUANTISED_PAIRS = "session.disable_quant_qdq";

    private OnnxModel() {}

    /** @throws SpeechException ENGINE_UNAVAILABLE */
    public static OrtSession open(Path model) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            options.addConfigEntry(DISABLE_QUANTISED_PAIRS, "1");
            return environment().createSession(model.toString(), options);
        } catch (OrtException e) {
            throw new SpeechException(
                    SpeechFailure.ENGINE_UNAVAILABLE, "The speech model %s does not load".formatted(model), e);
        } catch (LinkageError e) {
            throw new SpeechException(
                    SpeechFailure.ENGINE_UNAVAILABLE, "ONNX Runtime does not run on this platform", e);
        }
    }

    public static OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment();
    }

    public static SpeechException failed(OrtException e) {
        return new SpeechException(SpeechFailure.ENGINE_UNAVAILABLE, "The speech model failed: " + e.getMessage(), e);
    }

    public static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw failed(e);
        }
    }
}
