package com.ceoplatform.notification.outbound;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Calls to addresses that somebody else chose.
 *
 * @param privateHosts hosts that may be called although they are in the private network, and without TLS; exact names
 * @param connect how long a connection may take to come about
 * @param deadline how long a call may take in all, however slowly the other side answers
 */
@ConfigurationProperties("platform.outbound")
record OutboundSettings(
        @DefaultValue List<String> privateHosts,
        @DefaultValue("3s") Duration connect,
        @DefaultValue("15s") Duration deadline) {}
