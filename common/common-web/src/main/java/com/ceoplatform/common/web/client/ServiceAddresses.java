package com.ceoplatform.common.web.client;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the other services are.
 *
 * @param services base URL by name: gateway, task, channel, message, notification, voice, realtime
 */
@ConfigurationProperties("platform")
record ServiceAddresses(@DefaultValue Map<String, URI> services) {}
