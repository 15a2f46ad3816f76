package com.ceoplatform.gateway.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PasswordsTests {

    private final Passwords passwords = new Passwords(new PasswordSettings(4, 1, 64));

    @AfterEach
    void close() {
        passwords.destroy();
    }

    @Test
    void knowsAPasswordByItsHashOnly() {
        String hash = passwords.hash("correct horse battery");

        assertThat(hash).startsWith("{bcrypt}").doesNotContain("horse");
        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("wrong horse battery", hash)).isFalse();
    }

    @Test
    void matchesNothingWithoutAHash() {
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
    }

    @Test
    void refusesWhatIsTooLongInsteadOfCuttingIt() {
        String hash = passwords.hash("x".repeat(72));

        assertThat(passwords.matches("x".repeat(73), hash)).isFalse();
    }

    @Test
    void tellsThoseWhoWouldWaitTooLongToComeBack() {
        Passwords narrow = new Passwords(new PasswordSettings(8, 1, 1));

        assertThatThrownBy(() -> IntStream.range(0, 50).parallel().forEach(i -> narrow.hash("some password " + i)))
                .satisfies(failure -> assertThat(failure.toString() + failure.getCause())
                        .contains("Too many people log in right now"))
                .isInstanceOf(DomainException.class);
        narrow.destroy();
    }

    @Test
    void isCarefulWithTheMachineByDefault() {
        assertThat(new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("platform.passwords", PasswordSettings.class))
                .isEqualTo(new PasswordSettings(10, 1, 64));
    }
}
