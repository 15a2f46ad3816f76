package com.ceoplatform.deploy.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    private Path directory;

    @Test
    void canOnlyBeReadByTheirOwner() throws IOException {
        Secrets.open(file(), List.of("task"));

        assertThat(permissions(file())).isEqualTo("rw-------");
    }

    @Test
    void areClosedAgainWhenSomebodyOpenedThem() throws IOException {
        Secrets.open(file(), List.of("task"));
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        Secrets.open(file(), List.of("task"));

        assertThat(permissions(file())).isEqualTo("rw-------");
    }

    @Test
    void stayTheSameFromStartToStart() {
        Secrets first = Secrets.open(file(), List.of("task"));
        Secrets second = Secrets.open(file(), List.of("task"));

        assertThat(second.databaseRole("task")).isEqualTo(first.databaseRole("task"));
        assertThat(second.postgres()).isEqualTo(first.postgres());
        assertThat(second.redis()).isEqualTo(first.redis());
    }

    @Test
    void differFromEachOther() {
        Secrets secrets = Secrets.open(file(), List.of("task", "channel"));

        assertThat(List.of(
                        secrets.postgres(),
                        secrets.redis(),
                        secrets.databaseRole("task"),
                        secrets.databaseRole("channel")))
                .doesNotHaveDuplicates()
                .allSatisfy(secret -> assertThat(secret).matches("[A-Za-z0-9_-]{32}"));
    }

    @Test
    void growWithANewRole() {
        String before = Secrets.open(file(), List.of("task")).databaseRole("task");
        Secrets grown = Secrets.open(file(), List.of("task", "channel"));

        assertThat(grown.databaseRole("task")).isEqualTo(before);
        assertThat(grown.databaseRole("channel")).isNotBlank();
    }

    @Test
    void failInOneLineWhenTheFileIsGarbage() throws IOException {
        Files.writeString(file(), "postgres=\\u00zz");

        assertThatThrownBy(() -> Secrets.open(file(), List.of("task")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining(file().toString())
                .message()
                .doesNotContain("\n");
    }

    private Path file() {
        return directory.resolve("secrets.properties");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
