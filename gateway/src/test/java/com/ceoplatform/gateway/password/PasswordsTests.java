package com.ceoplatform.gateway.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.error.DomainException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

        List<CompletableFuture<String>> logins;
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            logins = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> narrow.hash("some password " + i), people))
                    .toList();
        }

        assertThat(logins).anyMatch(login -> !login.isCompletedExceptionally());
        assertThat(logins)
                .filteredOn(CompletableFuture::isCompletedExceptionally)
                .isNotEmpty()
                .allSatisfy(login -> assertThat(login.exceptionNow())
                        .isInstanceOf(DomainException.class)
                        .hasMessageContaining("Too many people log in right now"));
        narrow.destroy();
    }

    @Test
    void isCarefulWithTheMachineByDefault() {
        assertThat(new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("platform.passwords", PasswordSettings.class))
                .isEqualTo(new PasswordSettings(10, 1, 256));
    }
}
