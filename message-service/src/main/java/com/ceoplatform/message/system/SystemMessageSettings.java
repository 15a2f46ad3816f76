package com.ceoplatform.message.system;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the platform itself says in channels.
 *
 * @param membership who was added or removed, joined or left
 * @param lifecycle that a channel was archived or restored
 * @param commands what a voice command did in the channel
 */
@ConfigurationProperties("platform.system-messages")
record SystemMessageSettings(
        @DefaultValue("true") boolean membership,
        @DefaultValue("true") boolean lifecycle,
        @DefaultValue("true") boolean commands) {}
