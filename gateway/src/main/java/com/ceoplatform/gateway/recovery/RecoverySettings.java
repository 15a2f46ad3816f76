package com.ceoplatform.gateway.recovery;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How passwords are reset by mail.
 *
 * @param page where the mailed link leads; the token is appended as its fragment, which browsers send to nobody
 * @param life of a mailed token
 * @param mostPerLife mails to one person within the life of a token; more requests mail nothing
 * @param firstRetry after the mail server did not take a mail; doubles with each further failure
 */
@ConfigurationProperties("platform.password-reset")
record RecoverySettings(
        @DefaultValue("http://localhost:8080/account/reset-password.html")
        URI page,

        @DefaultValue("30m") Duration life,
        @DefaultValue("3") int mostPerLife,
        @DefaultValue("5s") Duration firstRetry) {}
