package com.ceoplatform.gateway.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {

    private static final String EMAIL = "sarah@example.com";

    @ParameterizedTest
    @ValueSource(strings = {"correct-horse-demo", "twelve chars", "пароль из слов", "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧"})
    void takesLongOnes(String password) {
        assertThat(PasswordPolicy.objection(password, EMAIL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars,at least 12",
        "🦊🐻🐼🐨🐯🦁,at least 12",
        "aaaaaaaaaaaaaaaaaa,different",
        "xx-Sarah@Example.com,email"
    })
    void refusesThoseThatAreEasilyGuessed(String password, String reason) {
        assertThat(PasswordPolicy.objection(password, EMAIL))
                .hasValueSatisfying(objection -> assertThat(objection).contains(reason));
    }

    @Test
    void refusesWhatBcryptWouldCut() {
        assertThat(PasswordPolicy.objection("abcd".repeat(18), EMAIL)).isEmpty();
        assertThat(PasswordPolicy.objection("abcd".repeat(18) + "e", EMAIL)).isPresent();
    }
}
