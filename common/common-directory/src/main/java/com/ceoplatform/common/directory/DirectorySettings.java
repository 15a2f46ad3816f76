package com.ceoplatform.common.directory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which copies a service keeps beside that of people.
 *
 * @param channels whether to keep channels and memberships; their owner does not
 */
@ConfigurationProperties("platform.directory")
record DirectorySettings(@DefaultValue("true") boolean channels) {}
