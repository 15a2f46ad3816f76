package com.ceoplatform.gateway.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit log is kept.
 *
 * @param kept for how long; a year at least, which the database insists on
 */
@ConfigurationProperties("platform.audit")
record AuditSettings(@DefaultValue("730d") Duration kept) {

    private static final Duration LEAST = Duration.ofDays(366);

    AuditSettings {
        if (kept.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("platform.audit.kept must be at least " + LEAST.toDays() + " days");
        }
    }
}
