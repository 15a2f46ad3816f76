package com.ceoplatform.task.testing;

import com.ceoplatform.common.test.http.Someone;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A real mail server, one for all tests, which delivers to everybody. */
public final class PostOffice {

    private static final List<MimeMessage> OF_EARLIER_SERVERS = new ArrayList<>();
    private static GreenMail server = start(0);

    PostOffice() {}

    private static GreenMail start(int port) {
        GreenMail started = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        started.start();
        return started;
    }

    static synchronized int port() {
        return server.getSmtp().getPort();
    }

    /** What somebody got, oldest first. */
    public List<MimeMessage> mailsTo(Someone person) {
        synchronized (PostOffice.class) {
            List<MimeMessage> mails = new ArrayList<>(OF_EARLIER_SERVERS);
            mails.addAll(List.of(server.getReceivedMessages()));
            return mails.stream().filter(mail -> isFor(person, mail)).toList();
        }
    }

    private static boolean isFor(Someone person, MimeMessage mail) {
        try {
            return Arrays.toString(mail.getRecipients(Message.RecipientType.TO))
                    .contains(person.id().toString());
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Runs something while the server is not there. */
    public void closedWhile(Runnable work) {
        int port = port();
        synchronized (PostOffice.class) {
            OF_EARLIER_SERVERS.addAll(List.of(server.getReceivedMessages()));
            server.stop();
        }
        try {
            work.run();
        } finally {
            synchronized (PostOffice.class) {
                server = start(port);
            }
        }
    }
}
