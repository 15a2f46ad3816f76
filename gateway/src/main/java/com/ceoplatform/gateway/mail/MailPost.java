package com.ceoplatform.gateway.mail;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sends the mail of the outbox, behind the back of those whose requests it comes from. */
@Component
class MailPost {

    private static final Logger LOG = LoggerFactory.getLogger(MailPost.class);

    private final MailOutbox outbox;
    private final MailServer server;
    private final AsyncTaskExecutor background;

    MailPost(MailOutbox outbox, MailServer server, @Qualifier("applicationTaskExecutor") AsyncTaskExecutor background) {
        this.outbox = outbox;
        this.server = server;
        this.background = background;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(MailOutbox.MailWritten written) {
        background.execute(this::work);
    }

    /** Works off what is due: right after it was written, and again for what a restart or the server left over. */
    @Scheduled(initialDelayString = "PT12S", fixedDelayString = "PT15S")
    void work() {
        if (!server.isOn()) {
            return;
        }
        Optional<MailOutbox.Due> next = outbox.take();
        while (next.isPresent()) {
            send(next.get());
            next = outbox.take();
        }
    }

    private void send(MailOutbox.Due due) {
        try {
            server.send(due.mail());
            outbox.done(due, "sent");
        } catch (MailNotSent failure) {
            LOG.warn("A mail could not be sent, try {}: {}", due.attempts(), failure.getMessage());
            if (due.stale()) {
                LOG.error(
                        "User {} was never told by mail: {}",
                        due.userId(),
                        due.mail().subject());
                outbox.done(due, "given_up");
            } else {
                outbox.count("failed");
            }
        }
    }
}
