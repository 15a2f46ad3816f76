package com.ceoplatform.gateway.routing;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are.
 *
 * @param storage the S3-compatible store of files, as clients reach it through the gateway
 */
@ConfigurationProperties("platform.services")
record ServiceAddresses(URI task, URI channel, URI message, URI notification, URI voice, URI realtime, URI storage) {}
