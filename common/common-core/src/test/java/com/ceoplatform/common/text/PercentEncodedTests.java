package com.ceoplatform.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodedTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "/plain", "q=a+b&c=100%25", "%F0%9F%9A%80", "ü%C3%BC", "%d7%a9"})
    void isText(String encoded) {
        assertThat(PercentEncoded.isText(encoded)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%FF", "%C3%28", "%C3", "%ED%A0%80", "%zz", "%", "100%", "%F"})
    void isNoText(String encoded) {
        assertThat(PercentEncoded.isText(encoded)).isFalse();
    }

    @Test
    void nothingIsText() {
        assertThat(PercentEncoded.isText(null)).isTrue();
    }
}
