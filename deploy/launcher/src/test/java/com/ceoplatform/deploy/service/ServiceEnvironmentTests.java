package com.ceoplatform.deploy.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.Ports;
import com.ceoplatform.deploy.home.Secrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceEnvironmentTests {

    @TempDir
    private Path directory;

    private Secrets secrets;

    @BeforeEach
    void makeSecrets() {
        List<String> roles = Stream.concat(PlatformService.databaseRoles().stream(), Stream.of("relay"))
                .toList();
        secrets = Secrets.open(directory.resolve("secrets.properties"), roles);
    }

    @Test
    void givesAServiceWhatItNeeds() {
        assertThat(variables(PlatformService.TASK))
                .containsEntry("SERVER_PORT", "9001")
                .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("PLATFORM_DATABASE_URL", "jdbc:postgresql://127.0.0.1:9010/platform")
                .containsEntry("PLATFORM_DATABASE_USER", "task")
                .containsEntry("PLATFORM_DATABASE_PASSWORD", secrets.databaseRole("task"))
                .containsEntry("PLATFORM_RELAY_USER", "relay")
                .containsEntry("PLATFORM_RELAY_PASSWORD", secrets.databaseRole("relay"))
                .containsEntry("PLATFORM_KAFKA_BOOTSTRAP", "127.0.0.1:9011")
                .containsEntry("PLATFORM_REDIS_HOST", "127.0.0.1")
                .containsEntry("PLATFORM_REDIS_PORT", "9013")
                .containsEntry("PLATFORM_REDIS_PASSWORD", secrets.redis())
                .containsEntry("PLATFORM_SECURITY_JWK_SET_URI", "http://localhost:9000/.well-known/jwks.json")
                .containsEntry("PLATFORM_SERVICES_GATEWAY", "http://localhost:9000")
                .containsEntry("PLATFORM_SERVICES_TASK", "http://127.0.0.1:9001")
                .containsEntry("PLATFORM_SERVICES_REALTIME", "http://127.0.0.1:9006");
    }

    @Test
    void givesTheCeosPasswordToTheGatewayAlone() {
        assertThat(variables(PlatformService.GATEWAY))
                .containsEntry("PLATFORM_BOOTSTRAP_CEO_EMAIL", "ceo@example.com")
                .containsEntry("PLATFORM_BOOTSTRAP_CEO_PASSWORD", "demo-password")
                .containsKey("PLATFORM_SECURITY_KEYS_DIRECTORY");
        assertThat(variables(PlatformService.VOICE))
                .doesNotContainKey("PLATFORM_BOOTSTRAP_CEO_PASSWORD")
                .containsEntry("PLATFORM_SPEECH_MODEL_DIRECTORY", "/models");
    }

    @Test
    void leadsFilesThroughTheGatewayIntoTheDataDirectory() {
        assertThat(variables(PlatformService.CHANNEL))
                .containsEntry("PLATFORM_PUBLIC_URL", "http://localhost:9000")
                .containsEntry("PLATFORM_STORAGE_PORT", "9007")
                .containsEntry(
                        "PLATFORM_STORAGE_DIRECTORY",
                        new DataDirectory(directory).files().toString());
        assertThat(variables(PlatformService.GATEWAY))
                .containsEntry("PLATFORM_SERVICES_STORAGE", "http://127.0.0.1:9007");
    }

    @Test
    void givesNoDatabaseToAServiceWithoutOne() {
        assertThat(variables(PlatformService.REALTIME))
                .doesNotContainKeys("PLATFORM_DATABASE_URL", "PLATFORM_RELAY_PASSWORD");
    }

    @ParameterizedTest
    @EnumSource(PlatformService.class)
    void opensOnlyTheGatewayToOtherMachines(PlatformService service) {
        String address = environment("0.0.0.0").of(service).get("SERVER_ADDRESS");

        assertThat(address).isEqualTo(service == PlatformService.GATEWAY ? "0.0.0.0" : "127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://localhost:9000",
        "0.0.0.0, http://localhost:9000",
        "::, http://localhost:9000",
        "192.0.2.7, http://192.0.2.7:9000",
        "2001:db8::1, http://[2001:db8::1]:9000"
    })
    void reachesTheGatewayWhereItListens(String bind, String address) {
        assertThat(environment(bind).address(PlatformService.GATEWAY)).isEqualTo(address);
    }

    private Map<String, String> variables(PlatformService service) {
        return environment("127.0.0.1").of(service);
    }

    private ServiceEnvironment environment(String bind) {
        return new ServiceEnvironment(
                new DataDirectory(directory), new Ports(9000), bind, secrets, "demo-password", Path.of("/models"));
    }
}
