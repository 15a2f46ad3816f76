package com.ceoplatform.task.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** A real mail server, one for all tests, which delivers to everybody. */
public final class PostOffice {

    private static final GreenMail SERVER = start(0);

    PostOffice() {}

    private static GreenMail start(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    static int port() {
        return SERVER.getSmtp().getPort();
    }

    /** What somebody got, oldest first. */
    public List<MimeMessage> mailsTo(Someone person) {
        return List.of(SERVER.getReceivedMessagesForDomain(person.id() + "@example.com"));
    }

    /** Runs something while the server is not there. */
    public void closedWhile(Runnable work) {
        SERVER.getSmtp().stopService();
        try {
            work.run();
        } finally {
            SERVER.getSmtp().startService();
        }
    }
}
