package com.ceoplatform.voice.speech.moonshine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.ceoplatform.voice.speech.Audio;
import com.ceoplatform.voice.speech.model.SpeechModels;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Moonshine base: audio to tokens, greedily, one token after the other. Safe for concurrent use. */
final class MoonshineModel implements AutoCloseable {

    private static final int START_OF_SEQUENCE = 1;
    private static final int END_OF_SEQUENCE = 2;
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

    List<Integer> tokens(float[] samples, NameTrie names) {
        float[] padded = samples.length < MIN_SAMPLES ? Arrays.copyOf(samples, MIN_SAMPLES) : samples;
        OrtEnvironment environment = OnnxModel.environment();
        try (OnnxTensor input =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(padded), new long[] {1, padded.length});
                OrtSession.Result encoded = encoder.run(Map.of("input_values", input));
                KeyValueCache cache = new KeyValueCache(environment, decoder.getInputNames())) {
            OnnxTensor heard = (OnnxTensor) encoded.get(0);
            int limit = MIN_TOKENS + (int) (padded.length * MAX_TOKENS_PER_SECOND / Audio.SAMPLE_RATE);
            return decode(heard, cache, names.cursor(), limit);
        } catch (OrtException e) {
            throw OnnxModel.failed(e);
        }
    }

    private List<Integer> decode(OnnxTensor heard, KeyValueCache cache, NameTrie.Cursor names, int limit)
            throws OrtException {
        List<Integer> tokens = new ArrayList<>();
        int token = START_OF_SEQUENCE;
        while (tokens.size() < limit) {
            float[] logits = step(token, heard, cache);
            if (likeliest(logits) == END_OF_SEQUENCE) {
                break;
            }
            // Names compete with other words, never with the end: a boosted one would follow the last word spoken.
            names.boost(logits);
            token = likeliest(logits);
            names.advance(token);
            tokens.add(token);
            int repeated = RepetitionGuard.repeatedTail(tokens);
            if (repeated > 0) {
                return tokens.subList(0, tokens.size() - repeated);
            }
        }
        return tokens;
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

    private static int likeliest(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public void close() {
        OnnxModel.close(encoder);
        OnnxModel.close(decoder);
    }
}
