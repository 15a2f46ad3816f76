package com.ceoplatform.gateway.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server.
 *
 * @param host none when empty: no mail is sent
 * @param user none when empty: the server asks for no login
 * @param from the sender of all mail
 * @param starttls whether the connection must become a secure one before anything is sent
 */
@ConfigurationProperties("platform.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,

        @DefaultValue("CEO Communication Platform <no-reply@localhost>")
        String from,

        @DefaultValue("false") boolean starttls) {

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }
}
