package com.ceoplatform.task.calendar;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach the platform.
 *
 * @param publicUrl without a slash at its end
 */
@ConfigurationProperties("platform")
record PublicAddress(@DefaultValue("http://localhost:8080") URI publicUrl) {}
