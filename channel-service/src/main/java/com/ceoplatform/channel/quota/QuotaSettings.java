package com.ceoplatform.channel.quota;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be stored.
 *
 * @param perUser by one person, unfinished uploads included
 * @param organisation by all together
 */
@ConfigurationProperties("platform.files.quota")
record QuotaSettings(
        @DefaultValue("5GB") DataSize perUser,
        @DefaultValue("100GB") DataSize organisation) {}
