package com.ceoplatform.gateway.request;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large requests may be.
 *
 * @param body of anything but uploads
 * @param upload of {@code multipart/form-data} bodies, audio and raw uploads
 * @param file of a file on its way to the store
 */
@ConfigurationProperties("platform.limits")
record RequestLimits(
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("25MB") DataSize upload,
        @DefaultValue("100MB") DataSize file) {}
