package com.ceoplatform.channel.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class PresignedAddressTests {

    private static final URI INTERNAL = URI.create("http://127.0.0.1:8087/storage");
    private static final UUID FILE = Ids.next();

    private static URI address(String external) {
        StorageSettings settings = new StorageSettings(
                null,
                null,
                "us-east-1",
                "platform-files",
                "",
                "",
                Path.of("unused"),
                InetAddress.getLoopbackAddress(),
                0,
                new StorageSettings.UrlLife(Duration.ofHours(1), Duration.ofMinutes(5)));
        StorageConfiguration configuration = new StorageConfiguration();
        var endpoint = new StorageConfiguration.Endpoint(
                INTERNAL,
                URI.create(external),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
        try (S3Client client = configuration.s3Client(settings, endpoint);
                S3Presigner presigner = configuration.s3Presigner(settings, endpoint, client)) {
            return new ObjectStore(client, presigner, settings).partAddress(FILE, "upload", 1, 10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost:8080", "https://platform.example.com"})
    void leadsThroughTheGatewayUnderWhateverNameItHas(String gateway) {
        assertThat(address(gateway + "/storage").toString())
                .startsWith(gateway + "/storage/platform-files/files/" + FILE + "?");
    }

    @Test
    void holdsForAnHour() {
        assertThat(address("https://platform.example.com/storage").getQuery()).contains("X-Amz-Expires=3600");
    }
}
