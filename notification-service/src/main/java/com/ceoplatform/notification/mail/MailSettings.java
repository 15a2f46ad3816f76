package com.ceoplatform.notification.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server.
 *
 * @param host empty: there is no mail
 * @param user empty: the server wants no login
 * @param from sender of all mail
 * @param starttls whether to insist on an encrypted connection
 * @param timeout for connecting, and for each answer of the server
 * @param bounces where mail comes back to
 */
@ConfigurationProperties("platform.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("25") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,

        @DefaultValue("CEO platform <notifications@localhost>")
        String from,

        @DefaultValue("false") boolean starttls,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue Bounces bounces) {

    /**
     * The mailbox for returned mail (RFC 3464), read over IMAP.
     *
     * @param address envelope sender of all mail; empty: the sender
     * @param host IMAP server; empty: nobody looks
     * @param tls whether to connect with TLS
     */
    record Bounces(
            @DefaultValue("") String address,
            @DefaultValue("") String host,
            @DefaultValue("993") int port,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("true") boolean tls,
            @DefaultValue("1m") Duration poll) {}

    boolean isOn() {
        return !host.isBlank();
    }
}
