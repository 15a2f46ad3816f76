package com.ceoplatform.channel.storage;

import static java.util.Objects.requireNonNullElse;

import com.ceoplatform.channel.localstore.LocalStore;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Connects to the store that is configured, or starts the own one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
class StorageConfiguration {

    private static final String LOCAL_PATH = "/storage";

    @Bean
    @Conditional(NoEndpoint.class)
    LocalStore localStore(StorageSettings settings, Clock clock) throws IOException {
        return LocalStore.start(settings.directory(), settings.address(), settings.port(), LOCAL_PATH, clock);
    }

    @Bean
    Endpoint storageEndpoint(StorageSettings settings, ObjectProvider<LocalStore> local) {
        LocalStore own = local.getIfAvailable();
        if (own != null) {
            return new Endpoint(
                    own.endpoint(),
                    requireNonNullElse(settings.publicEndpoint(), own.endpoint()),
                    credentials(own.key().accessKey(), own.key().secretKey()));
        }
        URI endpoint = requireNonNullElse(settings.endpoint(), URI.create(""));
        return new Endpoint(
                endpoint,
                requireNonNullElse(settings.publicEndpoint(), endpoint),
                credentials(settings.accessKey(), settings.secretKey()));
    }

    private static AwsCredentialsProvider credentials(String accessKey, String secretKey) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
    }

    /** Checksums only where S3 demands them: many compatible stores do not know the newer ones. */
    @Bean
    S3Client s3Client(StorageSettings settings, Endpoint endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint.internal())
                .region(Region.of(settings.region()))
                .credentialsProvider(endpoint.credentials())
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(Duration.ofSeconds(30)))
                .build();
    }

    /** With the bucket in the path: in the name of the host it would lead past the gateway. */
    @Bean
    S3Presigner s3Presigner(StorageSettings settings, Endpoint endpoint, S3Client client) {
        return S3Presigner.builder()
                .endpointOverride(endpoint.external())
                .region(Region.of(settings.region()))
                .credentialsProvider(endpoint.credentials())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .s3Client(client)
                .build();
    }

    /** The addresses of one store: for this service, and for the people it sends there. */
    record Endpoint(URI internal, URI external, AwsCredentialsProvider credentials) {}

    /** Holds when no store is configured; an empty value counts as none. */
    static class NoEndpoint implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("platform.storage.endpoint"));
        }
    }
}
