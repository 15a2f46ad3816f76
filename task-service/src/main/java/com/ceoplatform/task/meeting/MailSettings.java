package com.ceoplatform.task.meeting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that invitations go through.
 *
 * @param host empty: no mails are sent
 * @param user empty: no login
 * @param from the sender; answers go to the organiser of the meeting
 * @param starttls whether the connection must be encrypted; otherwise it is when the server offers it
 */
@ConfigurationProperties("platform.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("ceo-platform@localhost") String from,
        @DefaultValue("false") boolean starttls) {

    boolean isOn() {
        return !host.isBlank();
    }

    @Override
    public String toString() {
        return "MailSettings[host=" + host + ", port=" + port + ", user=" + user + ", from=" + from + "]";
    }
}
