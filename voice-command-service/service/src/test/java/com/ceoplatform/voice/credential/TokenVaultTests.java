package com.ceoplatform.voice.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.voice.config.VoiceSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenVaultTests {

    private final TokenVault vault = vault("a secret");

    @Test
    void opensWhatItSealedAlsoInAnotherProcess() {
        String sealed = vault.seal("token");

        assertThat(sealed).doesNotContain("token");
        assertThat(vault("a secret").open(sealed)).contains("token");
    }

    @Test
    void sealsTheSameTokenDifferentlyEachTime() {
        assertThat(vault.seal("token")).isNotEqualTo(vault.seal("token"));
    }

    @Test
    void opensNothingUnderAnotherSecret() {
        assertThat(vault("another").open(vault.seal("token"))).isEmpty();
        assertThat(vault.open(null)).isEmpty();
    }

    private static TokenVault vault(String secret) {
        return new TokenVault(new VoiceSettings(
                secret,
                Duration.ofDays(1),
                new VoiceSettings.Execution(
                        1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1))));
    }
}
