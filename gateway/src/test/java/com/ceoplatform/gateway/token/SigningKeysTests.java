package com.ceoplatform.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SigningKeysTests {

    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");

    @TempDir
    private Path parent;

    @Test
    void makesAKeyOnFirstStartThatOnlyItsOwnerCanRead() throws IOException {
        ECKey key = at(START).current();

        Path directory = parent.resolve("keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file.getFileName().toString()).isEqualTo(key.getKeyID() + ".jwk");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            });
        }
    }

    @Test
    void keepsItsKeyOverRestarts() {
        assertThat(at(START).current()).isEqualTo(at(START.plusSeconds(60)).current());
    }

    @Test
    void signsWithANewKeyWhenTheOldOneIsDueAndStillPublishesTheOldOne() {
        ECKey old = at(START).current();

        SigningKeys later = at(START.plus(Duration.ofDays(90)).plusSeconds(1));

        assertThat(later.current()).isNotEqualTo(old);
        assertThat(later.all()).hasSize(2).contains(old);
    }

    @Test
    void forgetsAKeyADayAfterItsLife() {
        ECKey old = at(START).current();
        ECKey second = at(START.plus(Duration.ofDays(90)).plusSeconds(1)).current();

        assertThat(at(START.plus(Duration.ofDays(91)).plusSeconds(2)).all()).isEqualTo(List.of(second));
        assertThat(parent.resolve("keys").resolve(old.getKeyID() + ".jwk")).doesNotExist();
    }

    @Test
    void takesInAKeyThatAnotherGatewayMade() {
        SigningKeys first = at(START);
        first.current();
        SigningKeys second = at(START.plus(Duration.ofDays(90)).plusSeconds(1));
        ECKey fresh = second.current();

        first.refresh();

        assertThat(first.current()).isEqualTo(fresh);
    }

    @Test
    void saysWhichFileIsDamaged() throws IOException {
        at(START).current();
        Files.writeString(parent.resolve("keys").resolve("broken.jwk"), "{");

        assertThatThrownBy(() -> at(START).current())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("broken.jwk");
    }

    @Test
    void livesByTheDefaultsOfTheDesign() {
        SecuritySettings settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("platform.security", SecuritySettings.class);

        assertThat(settings)
                .isEqualTo(new SecuritySettings(
                        "ceo-platform", Path.of(".platform/keys"), Duration.ofMinutes(15), Duration.ofDays(90)));
    }

    private SigningKeys at(Instant moment) {
        SecuritySettings settings =
                new SecuritySettings("test", parent.resolve("keys"), Duration.ofMinutes(15), Duration.ofDays(90));
        return new SigningKeys(settings, Clock.fixed(moment, ZoneOffset.UTC));
    }
}
