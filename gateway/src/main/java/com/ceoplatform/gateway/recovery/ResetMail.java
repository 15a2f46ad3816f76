package com.ceoplatform.gateway.recovery;

import com.ceoplatform.gateway.mail.Mail;
import com.ceoplatform.gateway.mail.MailNotSent;
import com.ceoplatform.gateway.mail.MailServer;
import com.ceoplatform.gateway.user.UserResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The mail that carries the link. */
@Component
class ResetMail {

    private static final String SUBJECT = "Reset your password";

    private final MailServer server;
    private final RecoverySettings settings;

    ResetMail(MailServer server, RecoverySettings settings) {
        this.server = server;
        this.settings = settings;
    }

    boolean isOn() {
        return server.isOn();
    }

    void send(UserResponse user, String token) throws MailNotSent {
        String link = settings.page() + "#" + token;
        long minutes = settings.life().toMinutes();
        server.send(
                new Mail(user.email(), SUBJECT, text(user.name(), minutes, link), html(user.name(), minutes, link)));
    }

    private static String text(String name, long minutes, String link) {
        return """
                Hello %s,

                somebody, probably you, asked for a new password for your account.
                Choose it here within %d minutes:

                %s

                If it was not you, there is nothing to do: your password stays as it is.
                """.formatted(name, minutes, link);
    }

    private static String html(String name, long minutes, String link) {
        return """
                <p>Hello %s,</p>
                <p>somebody, probably you, asked for a new password for your account.</p>
                <p><a href="%s">Choose a new password</a> within %d minutes.</p>
                <p>If it was not you, there is nothing to do: your password stays as it is.</p>
                """.formatted(HtmlUtils.htmlEscape(name), HtmlUtils.htmlEscape(link), minutes);
    }
}
