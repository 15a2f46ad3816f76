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

    /** The best texts, best first and never none; parameters as of {@link BeamSearch#best}. */
    List<BeamSearch.Text> texts(float[] samples, PhraseTrie phrases, int width, int wanted) {
        float[] padded = samples.length < MIN_SAMPLES ? Arrays.copyOf(samples, MIN_SAMPLES) : samples;
        OrtEnvironment environment = OnnxModel.environment();
        try (OnnxTensor input =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(padded), new long[] {1, padded.length});
                OrtSession.Result encoded = encoder.run(Map.of("input_values", input));
                KeyValueCache cache = new KeyValueCache(environment, decoder.getInputNames())) {
            OnnxTensor heard = (OnnxTensor) encoded.get(0);
            int limit = MIN_TOKENS + (int) (padded.length * MAX_TOKENS_PER_SECOND / Audio.SAMPLE_RATE);
            return BeamSearch.best((rows, tokens) -> step(rows, tokens, heard, cache), phrases, limit, width, wanted);
        } catch (OrtException e) {
            throw OnnxModel.failed(e);
        }
    }

    private float[][] step(int[] rows, int[] tokens, OnnxTensor heard, KeyValueCache cache) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Nobody wants these words any more");
        }
        OrtEnvironment environment = OnnxModel.environment();
        LongBuffer ids = LongBuffer.wrap(Arrays.stream(tokens).asLongStream().toArray());
        boolean first = cache.isEmpty();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, ids, new long[] {tokens.length, 1});
                OnnxTensor useCache = OnnxTensor.createTensor(environment, new boolean[] {!first})) {
            if (!first) {
                cache.select(rows);
            }
            Map<String, OnnxTensor> inputs = new HashMap<>(cache.past());
            inputs.put("input_ids", input);
            inputs.put("encoder_hidden_states", heard);
            inputs.put("use_cache_branch", useCache);
            OrtSession.Result result = first ? decoder.run(inputs) : decoder.run(inputs, tokenOutputs);
            cache.advance(result);
            return logits(result, tokens.length);
        } catch (OrtException e) {
            throw OnnxModel.failed(e);
        }
    }

    private static float[][] logits(OrtSession.Result result, int rows) {
        FloatBuffer buffer = ((OnnxTensor) result.get("logits").orElseThrow()).getFloatBuffer();
        float[][] logits = new float[rows][buffer.remaining() / rows];
        for (float[] row : logits) {
            buffer.get(row);
        }
        return logits;
    }

    @Override
    public void close() {
        OnnxModel.close(encoder);
        OnnxModel.close(decoder);
    }
}
