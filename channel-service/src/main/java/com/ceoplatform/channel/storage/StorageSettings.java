package com.ceoplatform.channel.storage;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the bytes of files are kept.
 *
 * @param endpoint of an S3-compatible store; without one the service runs a store of its own
 * @param publicEndpoint under which people reach the store; the endpoint itself when left out
 * @param region that requests are signed for
 * @param bucket that exists already
 * @param accessKey for the endpoint; the own store has its own
 * @param secretKey for the endpoint
 * @param directory of the own store
 * @param address that the own store listens on
 * @param port of the own store, 0 for any free one
 * @param urlLife how long an address given out is good for
 */
@ConfigurationProperties("platform.storage")
record StorageSettings(
        @Nullable URI endpoint,
        @Nullable URI publicEndpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("platform-files") String bucket,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue(".platform/files") Path directory,
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("8087") int port,
        @DefaultValue UrlLife urlLife) {

    /**
     * @param upload of a part; afterwards a client asks for a new one
     * @param download enough to begin one
     */
    record UrlLife(
            @DefaultValue("1h") Duration upload,
            @DefaultValue("5m") Duration download) {}
}
