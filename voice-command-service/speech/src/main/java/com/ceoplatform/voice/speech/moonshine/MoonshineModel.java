package com.ceoplatform.voice.speech.moonshine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.model.SpeechModels;
import com.ceoplatform.voice.speech.onnx.OnnxModel;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/** Moonshine base: audio to tokens, one after the other. Safe for concurrent use. */
final class MoonshineModel implements AutoCloseable {

    /** Fast speech with unusual names stays below; a model that goes on beyond it is making things up. */
    private static final double MAX_TOKENS_PER_SECOND = 6.5;

    private static final int MIN_TOKENS = 6;
    /** The encoder's convolutions need some audio to work on. */
    private static final int MIN_SAMPLES = Audio.SAMPLE_RATE / 4;

    private final OrtSession encoder;
    private final OrtSession decoder;
    private final Set<String> tokenOutputs;

    MoonshineModel(SpeechModels models) {
        this.encoder = OnnxModel.open(models.encoder());
        this.decoder = OnnxModel.open(models.decoder());
        this.tokenOutputs = decoder.getOutputNames().stream()
                .filter(name -> !name.contains(".encoder."))
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Integer> tokens(float[] samples, PhraseTrie phrases) {
        float[] padded = samples.length < MIN_SAMPLES ? Arrays.copyOf(samples, MIN_SAMPLES) : samples;
        OrtEnvironment environment = OnnxModel.environment();
        try (OnnxTensor input =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(padded), new long[] {1, padded.length});
                OrtSession.Result encoded = encoder.run(Map.of("input_values", input));
                KeyValueCache cache = new KeyValueCache(environment, decoder.getInputNames())) {
            int limit = MIN_TOKENS + (int) (padded.length * MAX_TOKENS_PER_SECOND / Audio.SAMPLE_RATE);
            return GreedyDecoder.tokens(new Listening((OnnxTensor) encoded.get(0), cache), phrases, limit);
        } catch (OrtException e) {
            throw OnnxModel.failed(e);
        }
    }

    private float[] step(int token, OnnxTensor heard, KeyValueCache cache) throws OrtException {
        OrtEnvironment environment = OnnxModel.environment();
        boolean first = cache.isEmpty();
        try (OnnxTensor input =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {token}), new long[] {1, 1});
                OnnxTensor useCache = OnnxTensor.createTensor(environment, new boolean[] {!first})) {
            Map<String, OnnxTensor> inputs = new HashMap<>(cache.past());
            inputs.put("input_ids", input);
            inputs.put("encoder_hidden_states", heard);
            inputs.put("use_cache_branch", useCache);
            OrtSession.Result result = first ? decoder.run(inputs) : decoder.run(inputs, tokenOutputs);
            float[] logits = logits(result);
            cache.advance(result);
            return logits;
        }
    }

    private static float[] logits(OrtSession.Result result) {
        FloatBuffer buffer = ((OnnxTensor) result.get("logits").orElseThrow()).getFloatBuffer();
        float[] logits = new float[buffer.remaining()];
        buffer.get(logits);
        return logits;
    }

    /** The decoder on its way through one stretch of speech. */
    private final class Listening implements GreedyDecoder.Steps {

        private final OnnxTensor heard;
        private final KeyValueCache cache;

        private Listening(OnnxTensor heard, KeyValueCache cache) {
            this.heard = heard;
            this.cache = cache;
        }

        @Override
        public float[] after(int token) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Nobody wants these words any more");
            }
            try {
                return step(token, heard, cache);
            } catch (OrtException e) {
                throw OnnxModel.failed(e);
            }
        }

        @Override
        public void mark() {
            cache.mark();
        }

        @Override
        public void rewind() {
            cache.rewind();
        }
    }

    @Override
    public void close() {
        OnnxModel.close(encoder);
        OnnxModel.close(decoder);
    }
}
