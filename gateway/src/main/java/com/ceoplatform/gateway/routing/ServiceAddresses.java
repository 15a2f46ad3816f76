package com.ceoplatform.gateway.routing;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the services are. */
@ConfigurationProperties("platform.services")
record ServiceAddresses(URI task, URI channel, URI message, URI notification, URI voice, URI realtime) {}
